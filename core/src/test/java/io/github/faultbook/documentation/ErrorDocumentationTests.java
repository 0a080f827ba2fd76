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

package io.github.faultbook.documentation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.faultbook.CommonError;
import io.github.faultbook.ConfiguredError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ErrorDocumentation}: written to files, without an application.
 */
class ErrorDocumentationTests {

	@TempDir
	private Path directory;

	@Test
	void entryIsShownAsItIsSent() throws IOException {
		reference("details-map").writeTo(this.directory);
		assertThat(this.directory.resolve("errors/invoice_not_found.md")).content().contains("""
				```http
				HTTP/1.1 404 Not Found
				Content-Type: application/json

				{
				  "error": "Invoice example of 1 does not exist.",
				  "error_code": "invoice_not_found",
				  "details": {
				    "invoice_id": [ "example" ],
				    "version": [ 1 ]
				  }
				}
				```
				""");
	}

	@Test
	void typeAndConstantFactsAreShown() throws IOException {
		ErrorCode entry = new ConfiguredError("test", "late",
				ErrorDefinition.of(409, "Call {phone}.").type(URI.create("/problems/late")).fact("phone", "0800"),
				null);
		new ErrorDocumentation(ErrorCatalog.of(List.of(entry)),
				List.of(new WireFormats(JsonMapper.shared(), null).preset("problem-details")),
				new ErrorTexts(ErrorMessages.NONE))
			.writeTo(this.directory);
		assertThat(this.directory.resolve("errors/late.md")).content()
			.contains("\"type\": \"/problems/late\"", "\"detail\": \"Call 0800.\"", "\"phone\": \"0800\"");
	}

	@Test
	void everyEntryButTheInternalIsWritten() throws IOException {
		reference("details-map").writeTo(this.directory);
		try (Stream<Path> files = Files.walk(this.directory)) {
			assertThat(files.filter((file) -> file.toString().endsWith(".json")))
				.hasSize(1 + CommonError.values().length + 1)
				.noneMatch((file) -> file.endsWith("secret.json"));
		}
		assertThat(this.directory.resolve("errors.md")).content().doesNotContain("secret");
	}

	@Test
	void validationHasTheStatusOfTheFormatAndFields() throws IOException {
		reference("details-array").writeTo(this.directory);
		assertThat(this.directory.resolve("errors/validation_error.md")).content()
			.contains("HTTP/1.1 422 Unprocessable Content", "\"field\": \"items[0].quantity\"");
	}

	@Test
	void otherLanguageIsWritten() throws IOException {
		reference("details-map").writeTo(this.directory, Locale.GERMAN);
		assertThat(this.directory.resolve("errors/conflict.md")).content()
			.contains("Die Anfrage steht im Konflikt mit dem aktuellen Zustand der Ressource.");
	}

	@Test
	void languageThatIsNotSpokenIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> reference("details-map").in(Locale.ITALIAN))
			.withMessage("The reference is written in [en, de, fr, es, pt], not in it");
	}

	private static ErrorDocumentation reference(String format) {
		return new ErrorDocumentation(ErrorCatalog.of(List.of(TestError.values())),
				List.of(new WireFormats(JsonMapper.shared(), null).preset(format)), new ErrorTexts(ErrorMessages.NONE));
	}

	private enum TestError implements ErrorCode {

		INVOICE_NOT_FOUND(ErrorDefinition.of(404, "Invoice {invoice_id} of {version} does not exist.")
			.parameter("invoice_id", String.class, "")
			.parameter("version", Integer.class, "")),

		SECRET(ErrorDefinition.of(500, "Secret.").internalOnly());

		private final ErrorDefinition definition;

		TestError(ErrorDefinition definition) {
			this.definition = definition;
		}

		@Override
		public ErrorDefinition definition() {
			return this.definition;
		}

	}

}
