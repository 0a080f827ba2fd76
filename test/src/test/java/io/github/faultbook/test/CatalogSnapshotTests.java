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

package io.github.faultbook.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Retry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CatalogSnapshot}.
 */
class CatalogSnapshotTests {

	private static final ErrorDefinition INVOICE = ErrorDefinition.of(404, "Invoice {id} does not exist.")
		.parameter("id", String.class, "The identifier");

	private static final String ACCEPT = "If it has to be, run the test once with -Dfaultbook.snapshot=accept and commit "
			+ "the file.\n";

	private static final String UPDATE = "From now on it has to stay. Run the test once with -Dfaultbook.snapshot=update "
			+ "and commit the file.\n";

	private Path file;

	@BeforeEach
	void publish(@TempDir Path directory) {
		this.file = directory.resolve("new").resolve("error-catalog.json");
		CatalogSnapshot.verify(catalog(INVOICE), this.file, "update");
	}

	@Test
	void fileSaysWhatClientsRelyOn() throws IOException {
		assertThat(Files.readString(this.file)).startsWith("""
				{
				  "authentication_required" : {
				    "status" : 401,
				    "retry" : "never"
				  },
				""").contains("""
				  "invoice" : {
				    "status" : 404,
				    "retry" : "never",
				    "parameters" : {
				      "id" : "string"
				    }
				  },
				""").endsWith("  }\n}\n");
	}

	@Test
	void sameCatalogPasses() {
		assertThatCode(() -> CatalogSnapshot.verify(catalog(INVOICE), this.file)).doesNotThrowAnyException();
	}

	@Test
	void textsForPeopleMayChange() {
		ErrorDefinition reworded = ErrorDefinition.of(404, "No invoice {id}.")
			.title("No such invoice")
			.cause("Another cause.")
			.solution("Another solution.")
			.since("2")
			.deprecated("3", null)
			.parameter("id", String.class, "Another description");
		assertThatCode(() -> CatalogSnapshot.verify(catalog(reworded), this.file)).doesNotThrowAnyException();
	}

	@Test
	void fileThatIsMissingIsWrittenOnlyOnRequest() throws IOException {
		Files.delete(this.file);
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> CatalogSnapshot.verify(catalog(INVOICE), this.file))
			.withMessageContaining("  - invoice\n")
			.withMessageEndingWith(UPDATE);
		assertThat(this.file).doesNotExist();
	}

	@Test
	void fileThatIsBrokenIsNotReplaced() throws IOException {
		Files.writeString(this.file, "<<<<<<< ours");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> CatalogSnapshot.verify(catalog(INVOICE), this.file, "accept"))
			.withMessage(
					this.file + " cannot be read. Restore it from the version control, or delete it and run the test "
							+ "once with -Dfaultbook.snapshot=update.");
		assertThat(this.file).hasContent("<<<<<<< ours");
	}

	@Test
	void modeThatIsUnknownIsNotIgnored() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> CatalogSnapshot.verify(catalog(INVOICE), this.file, "yes"))
			.withMessage("-Dfaultbook.snapshot=yes is unknown. Use update or accept.");
	}

	@ParameterizedTest
	@MethodSource
	void whatBreaksClientsFailsUntilItIsAccepted(ErrorDefinition changed, String message) {
		ErrorCatalog catalog = catalog(changed);
		String expected = "The catalog is not what " + this.file + " says.\n\nThis breaks clients:\n  - " + message
				+ "\n" + ACCEPT;
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> CatalogSnapshot.verify(catalog, this.file))
			.withMessage(expected);
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> CatalogSnapshot.verify(catalog, this.file, "update"))
			.withMessage(expected);
		CatalogSnapshot.verify(catalog, this.file, "accept");
		assertThatCode(() -> CatalogSnapshot.verify(catalog, this.file)).doesNotThrowAnyException();
	}

	static List<Arguments> whatBreaksClientsFailsUntilItIsAccepted() {
		return List.of(
				Arguments.of(ErrorDefinition.of(410, "Gone.").parameter("id", String.class, ""),
						"invoice had status 404 and has 410: clients and proxies act on the status. Add a new code "
								+ "instead."),
				Arguments.of(INVOICE.retry(Retry.ALWAYS),
						"invoice had retry 'never' and has 'always': clients that repeat requests on their own rely on "
								+ "it. Add a new code instead."),
				Arguments.of(ErrorDefinition.of(404, "No invoice."),
						"invoice lost the parameter id: clients that read it fail. Keep sending it."),
				Arguments.of(ErrorDefinition.of(404, "No invoice.").parameter("id", int.class, ""),
						"invoice had the parameter id as string and has it as integer: clients that read it fail. Add a "
								+ "parameter with another name."));
	}

	@Test
	void whatIsNewFailsUntilTheFileHasIt() {
		ErrorCatalog catalog = ErrorCatalog
			.of(List.of(new Entry("invoice", INVOICE.parameter("year", int.class, "")), new Entry("new", INVOICE)));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> CatalogSnapshot.verify(catalog, this.file))
			.withMessage("The catalog is not what " + this.file + " says.\n\nThis is new, which breaks nobody:\n"
					+ "  - invoice with the parameter year\n  - new\n" + UPDATE);
		CatalogSnapshot.verify(catalog, this.file, "update");
		assertThatCode(() -> CatalogSnapshot.verify(catalog, this.file)).doesNotThrowAnyException();
	}

	@Test
	void codeThatIsGoneIsNeverUsedAgain() {
		ErrorCatalog without = ErrorCatalog.of(List.of());
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> CatalogSnapshot.verify(without, this.file))
			.withMessage("The catalog is not what " + this.file + " says.\n\nThis breaks clients:\n"
					+ "  - invoice is gone: clients that handle it no longer recognize the failure. Keep the entry and mark "
					+ "it with deprecated(...).\n" + ACCEPT);
		CatalogSnapshot.verify(without, this.file, "accept");
		assertThatCode(() -> CatalogSnapshot.verify(without, this.file)).doesNotThrowAnyException();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> CatalogSnapshot.verify(catalog(INVOICE), this.file))
			.withMessage("The catalog is not what " + this.file + " says.\n\nThis breaks clients:\n"
					+ "  - invoice was removed before: clients take the new failure for the old one. Choose another code.\n"
					+ ACCEPT);
	}

	private static ErrorCatalog catalog(ErrorDefinition invoice) {
		return ErrorCatalog.of(List.of(new Entry("invoice", invoice)));
	}

	private record Entry(String code, ErrorDefinition definition) implements ErrorCode {

	}

}
