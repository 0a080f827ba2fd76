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
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.faultbook.CommonError;
import io.github.faultbook.ConfiguredError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorLimits;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorPipelineBuilder;
import io.github.faultbook.pipeline.ErrorTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ErrorDocumentation}.
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
	void examplesAreWhatThePipelineAnswersInEachFormat() throws IOException {
		Set<String> paths = new HashSet<>();
		reference((pipeline) -> pipeline.customizers(List.of((error, exception, request) -> {
			paths.add(request.method() + " " + request.path() + " " + request.locale());
			return error.toBuilder().fact("support", "desk 4").header("X-Support", "desk 4").build();
		}))).writeTo(this.directory);
		assertThat(this.directory.resolve("errors/invoice_not_found.md")).content().contains("""
				HTTP/1.1 404 Not Found
				Content-Type: application/json
				X-Support: desk 4

				{
				  "error": "Invoice example of 1 does not exist.",
				  "error_code": "invoice_not_found",
				  "details": {
				    "invoice_id": [ "example" ],
				    "version": [ 1 ],
				    "support": [ "desk 4" ]
				  }
				}
				""", """
				HTTP/1.1 404 Not Found
				Content-Type: application/problem+json
				X-Support: desk 4
				""");
		assertThat(this.directory.resolve("errors/validation_error.md")).content()
			.contains("HTTP/1.1 422 Unprocessable Content", "HTTP/1.1 400 Bad Request");
		assertThat(paths).containsExactly("GET /example en");
	}

	@Test
	void samplesRecognizeWhatCustomizersSend() throws IOException {
		reference((pipeline) -> pipeline.customizers(List.of((error, exception, request) -> (error.status() == 404)
				? error.toBuilder().status(410).build() : error)))
			.writeTo(this.directory);
		assertThat(this.directory.resolve("errors/invoice_not_found.md")).content()
			.contains("HTTP/1.1 410 Gone", "if [ \"$status\" = 410 ] &&\n    jq");
	}

	@Test
	void examplesHaveTheBoundsOfThePipeline() throws IOException {
		reference((pipeline) -> pipeline.limits(new ErrorLimits(1, 20, 1000))).writeTo(this.directory);
		assertThat(this.directory.resolve("errors/invoice_not_found.md")).content()
			.contains("\"error\": \"Invoice example of …\"");
		assertThat(this.directory.resolve("errors/validation_error.md")).content()
			.contains("email")
			.doesNotContain("items[0].quantity");
	}

	@Test
	void customizerMayReadTheReference() {
		AtomicReference<ErrorDocumentation> reference = new AtomicReference<>();
		reference.set(reference((pipeline) -> pipeline.customizers(List.of((error, exception, request) -> {
			DocumentationEntry entry = reference.get().in(request.locale()).find(error.code());
			return (entry != null) ? error.toBuilder().fact("heading", entry.title()).build() : error;
		}))));
		DocumentationEdition edition = reference.get().in(Locale.GERMAN);
		DocumentationEntry entry = edition.find("conflict");
		assertThat(entry).isNotNull();
		assertThat(edition.examples(entry).get(0).body()).contains("\"heading\": [ \"" + entry.title() + "\" ]");
	}

	@Test
	void noListenerIsTold() throws IOException {
		List<ErrorEvent> events = new ArrayList<>();
		reference((pipeline) -> pipeline.listeners(List.of(events::add))
			.customizers(List.of((error, exception, request) -> {
				throw new IllegalStateException("broken");
			}))).writeTo(this.directory);
		assertThat(this.directory.resolve("errors/invoice_not_found.md")).content()
			.contains("\"error\": \"Invoice example of 1 does not exist.\"");
		assertThat(events).isEmpty();
	}

	@Test
	void examplesAreThoseOfTheCatalogInEveryForm() throws IOException {
		reference("details-map").writeTo(this.directory);
		assertThat(this.directory.resolve("errors/balance_too_low.md")).content().contains("""
				| Name | Type | Description | Example |
				| --- | --- | --- | --- |
				| `required` | string | The amount | `"100.00"` |
				| `rate` | number |  | `1.50` |
				| `until` | date |  | `"2026-12-31"` |
				| `account` | object |  |  |
				""", """
				  "error": "100.00 is more than there is.",
				  "error_code": "balance_too_low",
				  "details": {
				    "required": [ "100.00" ],
				    "rate": [ 1.50 ],
				    "until": [ "2026-12-31" ],
				    "account": [ {
				      "id": "a|b"
				    } ]
				  }
				""");
		assertThat(this.directory.resolve("errors/balance_too_low.json")).content()
			.contains("\"example\": \"100.00\"", "\"example\": 1.50", "\"example\": \"2026-12-31\"");
		assertThat(this.directory.resolve("errors.json")).content().contains("\"example\": \"100.00\"");
	}

	@Test
	void apiIsNamedAndHasItsAddress() throws IOException {
		described(new DocumentedApi(" Billing\n{name} ", "https://billing.example/v2", List.of(), Set.of()))
			.writeTo(this.directory);
		assertThat(this.directory.resolve("errors.md")).content().startsWith("# Billing {name}: error reference\n");
		assertThat(this.directory.resolve("errors.json")).content().contains("\"api\": \"Billing {name}\"");
		assertThat(this.directory.resolve("errors/conflict.json")).content().contains("\"api\": \"Billing {name}\"");
		assertThat(this.directory.resolve("errors/conflict.md")).content()
			.contains("https://billing.example/v2/example")
			.doesNotContain("api.example.com");
	}

	@Test
	void nameFromRightToLeftIsIsolated() {
		DocumentedApi api = new DocumentedApi("\u05e9\u05dc\u05d5\u05dd", null, List.of(), Set.of());
		assertThat(described(api).in(Locale.FRENCH).title())
			.isEqualTo("\u2068\u05e9\u05dc\u05d5\u05dd\u2069 : référence des erreurs");
	}

	@Test
	void hiddenEntryHasAPageButIsNotInTheIndex() throws IOException {
		described(new DocumentedApi(null, null, List.of(), Set.of("payment_required"))).writeTo(this.directory);
		assertThat(this.directory.resolve("errors.md")).content().doesNotContain("payment_required");
		assertThat(this.directory.resolve("errors.json")).content().doesNotContain("payment_required");
		assertThat(this.directory.resolve("errors/payment_required.md")).content().startsWith("# Payment required\n");
		assertThat(this.directory.resolve("errors/payment_required.json")).exists();
	}

	@Test
	void hiddenCodeThatDoesNotExistIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> described(new DocumentedApi(null, null, List.of(), Set.of("lost"))))
			.withMessage("The catalog has no code 'lost'");
	}

	@Test
	void ownEntriesComeBeforeTheBuiltIn() throws IOException {
		DocumentationEdition edition = reference("details-map").in(Locale.ENGLISH);
		assertThat(edition.entries()).extracting(DocumentationEntry::code)
			.startsWith("balance_too_low", "invoice_not_found", "invalid_request");
		assertThat(edition.find("request_timeout")).matches(DocumentationEntry::builtIn);
		reference("details-map").writeTo(this.directory);
		assertThat(this.directory.resolve("errors.md")).content()
			.containsSubsequence("\n## Errors of this API\n", "invoice_not_found", "\n## General errors\n",
					"invalid_request");
		assertThat(this.directory.resolve("errors/conflict.json")).content().contains("\"built_in\": true");
		assertThat(this.directory.resolve("errors/invoice_not_found.json")).content().doesNotContain("built_in");
	}

	@Test
	void everyEntryButTheInternalIsWritten() throws IOException {
		reference("details-map").writeTo(this.directory);
		try (Stream<Path> files = Files.walk(this.directory)) {
			assertThat(files.filter((file) -> file.toString().endsWith(".json")))
				.hasSize(1 + CommonError.values().length + TestError.values().length - 1)
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
			.withMessage("The documentation is written in [en, de, fr, es, pt], not in it");
	}

	private static ErrorDocumentation reference(UnaryOperator<ErrorPipelineBuilder> application) {
		ErrorCatalog catalog = ErrorCatalog.of(List.of(TestError.values()));
		WireFormats formats = new WireFormats(JsonMapper.shared(), null);
		List<WireFormat> used = List.of(formats.preset("details-map"), formats.preset("problem-details"),
				formats.preset("details-array"));
		ErrorPipeline pipeline = application
			.apply(ErrorPipeline.builder(catalog, (request) -> used.get(0), JsonMapper.shared()))
			.build();
		return new ErrorDocumentation(catalog, used, new ErrorTexts(ErrorMessages.NONE), () -> pipeline, null,
				DocumentedApi.UNKNOWN);
	}

	private static ErrorDocumentation described(DocumentedApi api) {
		ErrorCatalog catalog = ErrorCatalog.of(List.of(TestError.values()));
		WireFormat format = new WireFormats(JsonMapper.shared(), null).preset("details-map");
		ErrorPipeline pipeline = ErrorPipeline.builder(catalog, (request) -> format, JsonMapper.shared()).build();
		return new ErrorDocumentation(catalog, List.of(format), new ErrorTexts(ErrorMessages.NONE), () -> pipeline,
				null, api);
	}

	private static ErrorDocumentation reference(String format) {
		return new ErrorDocumentation(ErrorCatalog.of(List.of(TestError.values())),
				List.of(new WireFormats(JsonMapper.shared(), null).preset(format)), new ErrorTexts(ErrorMessages.NONE));
	}

	private record Account(String id) {

	}

	private enum TestError implements ErrorCode {

		INVOICE_NOT_FOUND(ErrorDefinition.of(404, "Invoice {invoice_id} of {version} does not exist.")
			.parameter("invoice_id", String.class, "")
			.parameter("version", Integer.class, "")),

		BALANCE_TOO_LOW(ErrorDefinition.of(402, "{required} is more than there is.")
			.parameter("required", String.class, "The amount", "100.00")
			.parameter("rate", BigDecimal.class, "", new BigDecimal("1.50"))
			.parameter("until", LocalDate.class, "", LocalDate.of(2026, 12, 31))
			.parameter("account", Account.class, "", new Account("a|b"))),

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
