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

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

	@Test
	void holdsBuiltInEntriesThenThoseOfTheApplication() {
		Entry first = new Entry("first", ErrorDefinition.of(404, "First."));
		Entry second = new Entry("second", ErrorDefinition.of(409, "Second."));
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
		Entry entry = new Entry("invoice_not_found", ErrorDefinition.of(404, "No invoice."));
		assertThat(ErrorCatalog.of(List.of(entry)).find("invoice_not_found")).isSameAs(entry);
	}

	@Test
	void findsNothingForUnknownCode() {
		assertThat(ErrorCatalog.of(List.of()).find("no_such_code")).isNull();
	}

	@Test
	void codeIsTakenByBuiltInEntry() {
		assertThat(findings(new Entry("conflict", ErrorDefinition.of(409, "Conflict.")))).containsExactly(new Finding(
				place("conflict"), "the code 'conflict' is taken by io.github.faultbook.CommonError.CONFLICT.",
				"Give one of them another code: clients tell errors apart by it."));
	}

	@Test
	void codeIsTakenByAnotherEntry() {
		assertThat(findings(new Entry("gone", ErrorDefinition.of(410, "Gone.")), Shop.GONE))
			.containsExactly(new Finding("io.github.faultbook.ErrorCatalogTests$Shop.GONE",
					"the code 'gone' is taken by io.github.faultbook.ErrorCatalogTests$Entry (gone).",
					"Give one of them another code: clients tell errors apart by it."));
	}

	@Test
	void sameEntryTwiceIsOneEntry() {
		assertThat(findings(Shop.GONE, Shop.GONE)).isEmpty();
	}

	@Test
	void equalEntryTwiceIsOneEntry() {
		assertThat(findings(new Entry("gone", ErrorDefinition.of(410, "Gone.")),
				new Entry("gone", ErrorDefinition.of(410, "Gone."))))
			.isEmpty();
	}

	@Test
	void findingOfAnEntryThatIsGivenTwiceIsReportedOnce() {
		Entry entry = new Entry("gone", ErrorDefinition.of(410, " "));
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
		assertThat(findings(new Entry("404_page", ErrorDefinition.of(404, "No page."))))
			.containsExactly(new Finding(place("404_page"), "the code '404_page' is not valid.",
					"Use lower case letters and digits, with single underscores between words."));
	}

	@Test
	void codeHasDoubleUnderscore() {
		assertThat(findings(new Entry("no__page", ErrorDefinition.of(404, "No page."))))
			.containsExactly(new Finding(place("no__page"), "the code 'no__page' is not valid.",
					"Use lower case letters and digits, with single underscores between words."));
	}

	@Test
	void statusIsBelowThoseOfErrors() {
		assertThat(findings(new Entry("moved", ErrorDefinition.of(399, "Moved.")))).containsExactly(
				new Finding(place("moved"), "the status 399 is not one of an error.", "Use a status from 400 to 599."));
	}

	@Test
	void statusIsAboveThoseOfErrors() {
		assertThat(findings(new Entry("beyond", ErrorDefinition.of(600, "Beyond.")))).containsExactly(new Finding(
				place("beyond"), "the status 600 is not one of an error.", "Use a status from 400 to 599."));
	}

	@Test
	void messageIsEmpty() {
		assertThat(findings(new Entry("mute", ErrorDefinition.of(400, " "))))
			.containsExactly(new Finding(place("mute"), "the message is empty.", "Say what went wrong, for clients."));
	}

	@Test
	void messageUsesUndeclaredParameter() {
		ErrorDefinition definition = ErrorDefinition.of(404, "No invoice {invoice_id} of {business_id}.")
			.parameter("business_id", String.class, "The business");
		assertThat(findings(new Entry("no_invoice", definition))).containsExactly(
				new Finding(place("no_invoice"), "the message uses {invoice_id}, which is not a declared parameter.",
						"Declare it with parameter(\"invoice_id\", ...) or correct the name."));
	}

	@Test
	void replacementIsUnknown() {
		assertThat(findings(new Entry("old", ErrorDefinition.of(404, "Old.").deprecated("2", "newer"))))
			.containsExactly(new Finding(place("old"), "it is replaced by 'newer', which is not in the catalog.",
					"Name the code of an entry."));
	}

	@Test
	void replacementMayBeDeclaredLater() {
		assertThat(findings(new Entry("old", ErrorDefinition.of(404, "Old.").deprecated("2", "newer")),
				new Entry("newer", ErrorDefinition.of(404, "Newer."))))
			.isEmpty();
	}

	@Test
	void replacementMayBeLeftOut() {
		assertThat(findings(new Entry("old", ErrorDefinition.of(404, "Old.").deprecated("2", null)))).isEmpty();
	}

	@Test
	void replacementIsDeprecatedItself() {
		assertThat(findings(new Entry("oldest", ErrorDefinition.of(404, "Oldest.").deprecated("2", "old")),
				new Entry("old", ErrorDefinition.of(404, "Old.").deprecated("3", "newer")),
				new Entry("newer", ErrorDefinition.of(404, "Newer."))))
			.containsExactly(new Finding(place("oldest"), "it is replaced by 'old', which is deprecated itself.",
					"Name the entry that clients should use now."));
	}

	@Test
	void retryDelayIsNegative() {
		assertThat(findings(
				new Entry("later", ErrorDefinition.of(503, "Later.").retry(Retry.ALWAYS, Duration.ofSeconds(-1)))))
			.containsExactly(
					new Finding(place("later"), "the retry delay PT-1S is negative.", "Use a delay of 0 or more."));
	}

	@Test
	void retryDelayOfWhatMustNotBeRetried() {
		assertThat(findings(
				new Entry("later", ErrorDefinition.of(503, "Later.").retry(Retry.NEVER, Duration.ofSeconds(1)))))
			.containsExactly(new Finding(place("later"), "it has a retry delay but must not be retried.",
					"Allow a retry, or remove the delay."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "No invoice {id.", "No invoice id}.", "}{" })
	void braceOfTheMessageHasNoOtherHalf(String message) {
		assertThat(findings(new Entry("half", ErrorDefinition.of(404, message)))).containsExactly(new Finding(
				place("half"), "the message has a brace without its other half.", "Write parameters as {name}."));
	}

	@Test
	void titleIsEmpty() {
		assertThat(findings(new Entry("mute", ErrorDefinition.of(404, "No.").title(""))))
			.containsExactly(new Finding(place("mute"), "the title is empty.", "Name the problem, or leave it out."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "No invoice {id}", "No invoice {" })
	void titleHasParameters(String title) {
		assertThat(findings(new Entry("titled", ErrorDefinition.of(404, "No.").title(title))))
			.containsExactly(new Finding(place("titled"), "the title has parameters, which are written as they are.",
					"Use parameters in the message: a title is the same in each occurrence."));
	}

	@Test
	void parameterIsDeclaredTwiceAndAnotherHasNoName() {
		assertThat(findings(new Entry("twice",
				ErrorDefinition.of(404, "No {id}.")
					.parameter("id", String.class, "One")
					.parameter("id", String.class, "Two")
					.parameter("no name", String.class, "Three"))))
			.containsExactly(
					new Finding(place("twice"), "the parameter 'id' is declared twice.", "Remove one of the two."),
					new Finding(place("twice"), "'no name' is not the name of a parameter.",
							"Use letters, digits and underscores, such as invoice_id."));
	}

	@Test
	void exampleIsNotOfTheTypeOfItsParameter() {
		List<ErrorDefinition.Parameter> parameters = List.of(
				new ErrorDefinition.Parameter("count", Integer.class, "", "many"),
				new ErrorDefinition.Parameter("retry", Retry.class, "", "always"),
				new ErrorDefinition.Parameter("limit", int.class, "", 3L),
				new ErrorDefinition.Parameter("id", Object.class, "", "any"));
		ErrorDefinition definition = new ErrorDefinition(404, null, null, "No.", "", "", Retry.NEVER, null, parameters,
				Map.of(), null, null, false);
		assertThat(findings(new Entry("sample", definition))).containsExactly(
				new Finding(place("sample"), "the example of the parameter 'count' is not of its type integer.",
						"Correct the example or the type."),
				new Finding(place("sample"), "the example of the parameter 'retry' is not of its type string.",
						"Correct the example or the type."));
	}

	@Test
	void exceptionNamesAllFindings() {
		List<Entry> entries = List.of(new Entry("mute", ErrorDefinition.of(400, "")),
				new Entry("moved", ErrorDefinition.of(302, "Moved.")));
		assertThatExceptionOfType(FaultbookConfigurationException.class).isThrownBy(() -> ErrorCatalog.of(entries))
			.withMessage(place("mute") + ": the message is empty. Say what went wrong, for clients.\n" + place("moved")
					+ ": the status 302 is not one of an error. Use a status from 400 to 599.");
	}

	@Test
	void entryNeedsACodeAndADefinition() {
		assertThat(findings(new Entry(null, ErrorDefinition.of(404, "No.")))).containsExactly(
				new Finding(Entry.class.getName(), "code() returns null.", "Return the code that clients see."));
		assertThat(findings(new Entry("no", null))).containsExactly(new Finding(Entry.class.getName(),
				"definition() returns null.", "Return the definition of the entry."));
		ErrorCode failing = () -> {
			throw new IllegalStateException("not now");
		};
		assertThat(findings(failing)).containsExactly(new Finding(failing.getClass().getName(),
				"it cannot be read: java.lang.IllegalStateException: not now.",
				"Correct its code() and definition()."));
	}

	@Test
	void entryThatIsNoEnumConstantOverridesItsCode() {
		ErrorCode entry = () -> ErrorDefinition.of(404, "No.");
		assertThat(findings(entry)).containsExactly(new Finding(entry.getClass().getName(),
				"it is not an enum constant and has no code.", "Override code() and return what clients see."));
	}

	@Test
	void constantFactsCanBeUsedInTheMessage() {
		assertThat(findings(new Entry("late", ErrorDefinition.of(409, "Call {phone}.").fact("phone", "1")))).isEmpty();
		assertThat(findings(new Entry("late", ErrorDefinition.of(409, "Late.").fact("a b", "1"))))
			.containsExactly(new Finding(place("late"), "'a b' is not the name of a fact.",
					"Use letters, digits and underscores, such as invoice_id."));
	}

	@Test
	void problemTypeIsEmpty() {
		assertThat(findings(new Entry("late", ErrorDefinition.of(409, "Late.").type(URI.create("")))))
			.containsExactly(new Finding(place("late"), "the problem type is empty.", "Use a URI, or leave it out."));
	}

	private static String place(String code) {
		return Entry.class.getName() + " (" + code + ")";
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

	private record Entry(String code, ErrorDefinition definition) implements ErrorCode {

	}

}
