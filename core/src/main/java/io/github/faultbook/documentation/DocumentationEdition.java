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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Retry;
import io.github.faultbook.documentation.DocumentationEntry.Example;
import io.github.faultbook.documentation.DocumentationEntry.Header;
import io.github.faultbook.documentation.DocumentationEntry.Parameter;
import io.github.faultbook.documentation.DocumentationEntry.Sample;
import io.github.faultbook.documentation.DocumentationEntry.Success;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.pipeline.ErrorMessages.Text;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorTexts;
import io.github.faultbook.pipeline.ErrorTrial;
import io.github.faultbook.pipeline.RequiredHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The {@link ErrorDocumentation} in one language. Entries are created once, examples on
 * each request for them.
 */
public final class DocumentationEdition {

	private static final CodeSamples SAMPLES = new CodeSamples();

	private static final Map<Integer, String> SUCCESS_REASONS = Map.ofEntries(Map.entry(200, "OK"),
			Map.entry(201, "Created"), Map.entry(202, "Accepted"), Map.entry(204, "No Content"),
			Map.entry(206, "Partial Content"), Map.entry(301, "Moved Permanently"), Map.entry(302, "Found"),
			Map.entry(303, "See Other"), Map.entry(304, "Not Modified"), Map.entry(307, "Temporary Redirect"),
			Map.entry(308, "Permanent Redirect"));

	private final ErrorCatalog catalog;

	private final List<WireFormat> formats;

	private final ErrorTexts texts;

	private final Supplier<ErrorPipeline> pipeline;

	private final @Nullable Integer validationStatus;

	private final Locale language;

	private final List<DocumentationEntry> entries;

	private final Map<String, DocumentationEntry> byCode = new HashMap<>();

	private final Map<String, ErrorCode> codes = new HashMap<>();

	private final Set<Integer> ambiguous = new HashSet<>();

	private final List<Success> successes;

	DocumentationEdition(ErrorCatalog catalog, List<WireFormat> formats, ErrorTexts texts,
			Supplier<ErrorPipeline> pipeline, @Nullable Integer validationStatus, List<Integer> successes,
			Locale language) {
		this.catalog = catalog;
		this.formats = formats;
		this.texts = texts;
		this.pipeline = pipeline;
		this.validationStatus = validationStatus;
		this.language = language;
		this.entries = catalog.entries()
			.stream()
			.filter((entry) -> !entry.definition().internal())
			.map(this::add)
			.sorted(Comparator.comparingInt(DocumentationEntry::status).thenComparing(DocumentationEntry::code))
			.toList();
		catalog.entries()
			.stream()
			.map(ErrorCode::definition)
			.filter((definition) -> definition.retry() == Retry.NEVER)
			.forEach((definition) -> this.ambiguous.add(definition.status()));
		// Failures without an entry of their own are answered with these codes
		for (int status = 400; status < 600; status++) {
			ErrorCode entry = catalog.forStatus(status);
			if (catalog.find(entry.code()) == null) {
				add(entry);
			}
		}
		this.successes = successes.stream().map(this::success).toList();
	}

	/**
	 * Return the statuses below 400 that the documentation can describe.
	 * @return the statuses
	 */
	public static Set<Integer> knownSuccesses() {
		return SUCCESS_REASONS.keySet();
	}

	private DocumentationEntry add(ErrorCode entry) {
		ErrorDefinition definition = entry.definition();
		ApiError error = occurrence(entry);
		ErrorDefinition.Deprecation deprecation = definition.deprecation();
		DocumentationEntry described = new DocumentationEntry(entry.code(), error.status(), error.reason(),
				text(entry, "title", error.title()), text(entry, "message", definition.message()),
				text(entry, "cause", definition.cause()), text(entry, "solution", definition.solution()),
				definition.retry(), error.retryAfterSeconds(),
				definition.parameters().stream().map((parameter) -> describe(entry, parameter)).toList(),
				headers(error), definition.since(), (deprecation != null) ? deprecation.since() : null,
				(deprecation != null) ? published(deprecation.replacedBy()) : null);
		this.byCode.put(entry.code(), described);
		this.codes.put(entry.code(), entry);
		return described;
	}

	private @Nullable String published(@Nullable String code) {
		ErrorCode entry = (code != null) ? this.catalog.find(code) : null;
		return (entry != null && !entry.definition().internal()) ? code : null;
	}

	private Parameter describe(ErrorCode entry, ErrorDefinition.Parameter parameter) {
		return new Parameter(parameter.name(), parameter.typeName(),
				text(entry, "parameter." + parameter.name(), parameter.description()));
	}

	private List<Header> headers(ApiError error) {
		String name = RequiredHeaders.of(error.status());
		if (name == null && error.retryAfter() != null) {
			name = "Retry-After";
		}
		return (name != null) ? List.of(new Header(name, word("header." + name.toLowerCase(Locale.ROOT), Map.of())))
				: List.of();
	}

	private Success success(int status) {
		String reason = SUCCESS_REASONS.get(status);
		if (reason == null) {
			throw new IllegalArgumentException("The documentation cannot describe the status " + status);
		}
		return new Success(status, reason, word("success." + status, Map.of()));
	}

	private String text(ErrorCode entry, String part, String declared) {
		Text text = this.texts.find(entry, part, this.language);
		return (text != null) ? text.text() : declared;
	}

	/**
	 * Return an occurrence without asking the pipeline, whose customizers may read this
	 * edition.
	 * @param entry the entry
	 * @return the error, in the default format
	 */
	private ApiError occurrence(ErrorCode entry) {
		ApiError error = ErrorExample.of(entry, this.formats.get(0));
		return (this.validationStatus != null && !error.violations().isEmpty())
				? error.toBuilder().status(this.validationStatus).build() : error;
	}

	private ErrorTrial attempt(DocumentationEntry entry, WireFormat format) {
		return this.pipeline.get()
			.attempt(ErrorExample.of(code(entry), format), ErrorExample.request("GET", "/example", this.language),
					format);
	}

	/**
	 * Return the language.
	 * @return the language
	 */
	public Locale language() {
		return this.language;
	}

	/**
	 * Return a text of the documentation itself, such as a heading.
	 * @param name the name
	 * @return the text in this language
	 */
	public String word(String name) {
		return word(name, Map.of());
	}

	/**
	 * Return a text of the documentation itself, such as a heading.
	 * @param name the name
	 * @param arguments values by name, for the <code>{name}</code> in the text
	 * @return the text in this language
	 */
	public String word(String name, Map<String, ?> arguments) {
		return this.texts.docs(name, arguments, this.language);
	}

	/**
	 * Return the published entries of the catalog.
	 * @return the entries, ordered by status and code
	 */
	public List<DocumentationEntry> entries() {
		return this.entries;
	}

	/**
	 * Return the statuses below 400 that the API answers with.
	 * @return the statuses, in the order of the configuration
	 */
	public List<Success> successes() {
		return this.successes;
	}

	/**
	 * Find the documentation of a code.
	 * @param code the code, which may stand for a status without an entry in the catalog
	 * @return the entry, or {@code null} if there is no entry or if it is internal
	 */
	public @Nullable DocumentationEntry find(String code) {
		return this.byCode.get(code);
	}

	/**
	 * Return example responses for an error, as the pipeline creates them for
	 * {@code GET /example}: customized and bounded. Listeners are not notified.
	 * @param entry an entry of this edition
	 * @return one example for each format, starting with the default format
	 */
	public List<Example> examples(DocumentationEntry entry) {
		return this.formats.stream().map((format) -> example(format, attempt(entry, format))).toList();
	}

	private static Example example(WireFormat format, ErrorTrial trial) {
		List<Header> headers = new ArrayList<>();
		trial.specificHeaders().forEach((name, values) -> headers.add(new Header(name, String.join(", ", values))));
		String body = body(trial);
		JsonNode json = PrettyJson.parse(body);
		String contentType = trial.reply().headers().get("Content-Type").get(0);
		return new Example(format.name(), trial.reply().status(), reason(trial), contentType, headers,
				(json != null) ? PrettyJson.write(json) : body);
	}

	private static String reason(ErrorTrial trial) {
		int status = trial.reply().status();
		return (status < 400) ? SUCCESS_REASONS.getOrDefault(status, "OK")
				: trial.error().toBuilder().status(status).build().reason();
	}

	private static String body(ErrorTrial trial) {
		return new String(trial.reply().body(), StandardCharsets.UTF_8);
	}

	/**
	 * Return whether the samples of an entry send the request again. The samples check
	 * the status only, so they do not retry if another entry with the same status forbids
	 * it.
	 * @param entry an entry of this edition
	 * @return whether the samples send the request again
	 */
	public boolean samplesRetry(DocumentationEntry entry) {
		return entry.retry() != Retry.NEVER && !this.ambiguous.contains(entry.status());
	}

	/**
	 * Return sample code for clients that receive an error.
	 * @param entry an entry of this edition
	 * @return samples in several languages, which either retry or recognize the error
	 */
	public List<Sample> samples(DocumentationEntry entry) {
		if (samplesRetry(entry)) {
			return SAMPLES.retry(entry.status());
		}
		ErrorTrial trial = attempt(entry, this.formats.get(0));
		return SAMPLES.handle(trial.error().code(), trial.reply().status(), PrettyJson.parse(body(trial)));
	}

	private ErrorCode code(DocumentationEntry entry) {
		ErrorCode code = this.codes.get(entry.code());
		if (code == null) {
			throw new IllegalArgumentException("There is no entry '" + entry.code() + "'");
		}
		return code;
	}

}
