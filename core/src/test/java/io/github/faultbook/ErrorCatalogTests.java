/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ErrorCatalog}.
 */
class ErrorCatalogTests {

	private static final String PLACE = "io.github.faultbook.ErrorCatalogTests$Entry.";

	@Test
	void holdsBuiltInEntriesThenThoseOfTheApplication() {
		Entry first = new Entry("FIRST", ErrorDefinition.of(404, "First."));
		Entry second = new Entry("SECOND", ErrorDefinition.of(409, "Second."));
		assertThat(ErrorCatalog.of(List.of(second, first)).entries()).containsExactlyElementsOf(
				Stream.concat(Stream.of(CommonError.values()), Stream.of(second, first)).toList());
	}

	@Test
	void entriesCannotBeChanged() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> ErrorCatalog.of(List.of()).entries().clear());
	}

	@Test
	void findsEntryByCode() {
		Entry entry = new Entry("INVOICE_NOT_FOUND", ErrorDefinition.of(404, "No invoice."));
		assertThat(ErrorCatalog.of(List.of(entry)).find("invoice_not_found")).isSameAs(entry);
	}

	@Test
	void findsNothingForUnknownCode() {
		assertThat(ErrorCatalog.of(List.of()).find("no_such_code")).isNull();
	}

	@Test
	void codeIsTakenByBuiltInEntry() {
		assertThat(findings(new Entry("CONFLICT", ErrorDefinition.of(409, "Conflict.")))).containsExactly(new Finding(
				PLACE + "CONFLICT", "the code 'conflict' is taken by io.github.faultbook.CommonError.CONFLICT.",
				"Give one of them another code: clients tell errors apart by it."));
	}

	@Test
	void codeIsTakenByAnotherEntry() {
		assertThat(findings(new Entry("GONE", ErrorDefinition.of(410, "Gone.")), Shop.GONE))
			.containsExactly(new Finding("io.github.faultbook.ErrorCatalogTests$Shop.GONE",
					"the code 'gone' is taken by io.github.faultbook.ErrorCatalogTests$Entry.GONE.",
					"Give one of them another code: clients tell errors apart by it."));
	}

	@Test
	void sameEntryTwiceIsOneEntry() {
		assertThat(findings(Shop.GONE, Shop.GONE)).isEmpty();
	}

	@Test
	void equalEntryTwiceIsOneEntry() {
		assertThat(findings(new Entry("GONE", ErrorDefinition.of(410, "Gone.")),
				new Entry("GONE", ErrorDefinition.of(410, "Gone."))))
			.isEmpty();
	}

	@Test
	void findingOfAnEntryThatIsGivenTwiceIsReportedOnce() {
		Entry entry = new Entry("GONE", ErrorDefinition.of(410, " "));
		assertThat(findings(entry, entry)).hasSize(1);
	}

	@Test
	void constantWithBodyIsNamedByItsEnum() {
		assertThat(findings(Shop.SOLD_OUT)).containsExactly(
				new Finding("io.github.faultbook.ErrorCatalogTests$Shop.SOLD_OUT", "the code 'SOLD OUT' is not valid.",
						"Use lower case letters and digits, with single underscores between words."));
	}

	@Test
	void codeStartsWithDigit() {
		assertThat(findings(new Entry("404_PAGE", ErrorDefinition.of(404, "No page."))))
			.containsExactly(new Finding(PLACE + "404_PAGE", "the code '404_page' is not valid.",
					"Use lower case letters and digits, with single underscores between words."));
	}

	@Test
	void codeHasDoubleUnderscore() {
		assertThat(findings(new Entry("NO__PAGE", ErrorDefinition.of(404, "No page."))))
			.containsExactly(new Finding(PLACE + "NO__PAGE", "the code 'no__page' is not valid.",
					"Use lower case letters and digits, with single underscores between words."));
	}

	@Test
	void statusIsBelowThoseOfErrors() {
		assertThat(findings(new Entry("MOVED", ErrorDefinition.of(399, "Moved.")))).containsExactly(new Finding(
				PLACE + "MOVED", "the status 399 is not one of an error.", "Use a status from 400 to 599."));
	}

	@Test
	void statusIsAboveThoseOfErrors() {
		assertThat(findings(new Entry("BEYOND", ErrorDefinition.of(600, "Beyond.")))).containsExactly(new Finding(
				PLACE + "BEYOND", "the status 600 is not one of an error.", "Use a status from 400 to 599."));
	}

	@Test
	void messageIsEmpty() {
		assertThat(findings(new Entry("MUTE", ErrorDefinition.of(400, " "))))
			.containsExactly(new Finding(PLACE + "MUTE", "the message is empty.", "Say what went wrong, for clients."));
	}

	@Test
	void messageUsesUndeclaredParameter() {
		ErrorDefinition definition = ErrorDefinition.of(404, "No invoice {invoice_id} of {business_id}.")
			.parameter("business_id", String.class, "The business");
		assertThat(findings(new Entry("NO_INVOICE", definition))).containsExactly(
				new Finding(PLACE + "NO_INVOICE", "the message uses {invoice_id}, which is not a declared parameter.",
						"Declare it with parameter(\"invoice_id\", ...) or correct the name."));
	}

	@Test
	void replacementIsUnknown() {
		assertThat(findings(new Entry("OLD", ErrorDefinition.of(404, "Old.").deprecated("2", "newer"))))
			.containsExactly(new Finding(PLACE + "OLD", "it is replaced by 'newer', which is not in the catalog.",
					"Name the code of an entry."));
	}

	@Test
	void replacementMayBeDeclaredLater() {
		assertThat(findings(new Entry("OLD", ErrorDefinition.of(404, "Old.").deprecated("2", "newer")),
				new Entry("NEWER", ErrorDefinition.of(404, "Newer."))))
			.isEmpty();
	}

	@Test
	void replacementMayBeLeftOut() {
		assertThat(findings(new Entry("OLD", ErrorDefinition.of(404, "Old.").deprecated("2", null)))).isEmpty();
	}

	@Test
	void replacementIsDeprecatedItself() {
		assertThat(findings(new Entry("OLDEST", ErrorDefinition.of(404, "Oldest.").deprecated("2", "old")),
				new Entry("OLD", ErrorDefinition.of(404, "Old.").deprecated("3", "newer")),
				new Entry("NEWER", ErrorDefinition.of(404, "Newer."))))
			.containsExactly(new Finding(PLACE + "OLDEST", "it is replaced by 'old', which is deprecated itself.",
					"Name the entry that clients should use now."));
	}

	@Test
	void retryDelayIsNegative() {
		assertThat(findings(
				new Entry("LATER", ErrorDefinition.of(503, "Later.").retry(Retry.ALWAYS, Duration.ofSeconds(-1)))))
			.containsExactly(
					new Finding(PLACE + "LATER", "the retry delay PT-1S is negative.", "Use a delay of 0 or more."));
	}

	@Test
	void retryDelayOfWhatMustNotBeRetried() {
		assertThat(findings(
				new Entry("LATER", ErrorDefinition.of(503, "Later.").retry(Retry.NEVER, Duration.ofSeconds(1)))))
			.containsExactly(new Finding(PLACE + "LATER", "it has a retry delay but must not be retried.",
					"Allow a retry, or remove the delay."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "No invoice {id.", "No invoice id}.", "}{" })
	void braceOfTheMessageHasNoOtherHalf(String message) {
		assertThat(findings(new Entry("HALF", ErrorDefinition.of(404, message)))).containsExactly(new Finding(
				PLACE + "HALF", "the message has a brace without its other half.", "Write parameters as {name}."));
	}

	@Test
	void titleIsEmpty() {
		assertThat(findings(new Entry("MUTE", ErrorDefinition.of(404, "No.").title(""))))
			.containsExactly(new Finding(PLACE + "MUTE", "the title is empty.", "Name the problem, or leave it out."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "No invoice {id}", "No invoice {" })
	void titleHasParameters(String title) {
		assertThat(findings(new Entry("TITLED", ErrorDefinition.of(404, "No.").title(title))))
			.containsExactly(new Finding(PLACE + "TITLED", "the title has parameters, which are written as they are.",
					"Use parameters in the message: a title is the same in each occurrence."));
	}

	@Test
	void parameterIsDeclaredTwiceAndAnotherHasNoName() {
		assertThat(findings(new Entry("TWICE",
				ErrorDefinition.of(404, "No {id}.")
					.parameter("id", String.class, "One")
					.parameter("id", String.class, "Two")
					.parameter("no name", String.class, "Three"))))
			.containsExactly(
					new Finding(PLACE + "TWICE", "the parameter 'id' is declared twice.", "Remove one of the two."),
					new Finding(PLACE + "TWICE", "'no name' is not the name of a parameter.",
							"Use letters, digits and underscores, such as invoice_id."));
	}

	@Test
	void exceptionNamesAllFindings() {
		List<Entry> entries = List.of(new Entry("MUTE", ErrorDefinition.of(400, "")),
				new Entry("MOVED", ErrorDefinition.of(302, "Moved.")));
		assertThatExceptionOfType(FaultbookConfigurationException.class).isThrownBy(() -> ErrorCatalog.of(entries))
			.withMessage(PLACE + "MUTE: the message is empty. Say what went wrong, for clients.\n" + PLACE
					+ "MOVED: the status 302 is not one of an error. Use a status from 400 to 599.");
	}

	private static List<Finding> findings(ErrorCode... entries) {
		List<Finding> findings = new ArrayList<>();
		ErrorCatalog.of(List.of(entries), findings);
		return findings;
	}

	private enum Shop implements ErrorCode {

		GONE,

		SOLD_OUT {

			@Override
			public String code() {
				return "SOLD OUT";
			}

		};

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(410, "Gone.");
		}

	}

	private record Entry(String name, ErrorDefinition definition) implements ErrorCode {

	}

}
