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

import java.text.Bidi;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Retry;
import io.github.faultbook.documentation.DocumentationEntry.Example;
import io.github.faultbook.documentation.DocumentationEntry.Sample;
import io.github.faultbook.documentation.DocumentationEntry.Success;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorTexts;
import io.github.faultbook.pipeline.ErrorTrial;
import org.jspecify.annotations.Nullable;

/**
 * The {@link ErrorDocumentation} in one language. Entries are created once, examples on
 * each request for them.
 */
public final class DocumentationEdition {

	private final DocumentedApi api;

	private final ErrorTexts texts;

	private final Locale language;

	private final ExampleResponses responses;

	private final List<DocumentationEntry> pages;

	private final List<DocumentationEntry> entries;

	private final Map<String, DocumentationEntry> byCode = new HashMap<>();

	private final Map<String, ErrorCode> codes = new HashMap<>();

	private final Set<Integer> ambiguous = new HashSet<>();

	private final List<Success> successes;

	DocumentationEdition(ErrorCatalog catalog, List<WireFormat> formats, ErrorTexts texts,
			Supplier<ErrorPipeline> pipeline, @Nullable Integer validationStatus, DocumentedApi api, Locale language) {
		this.api = api;
		this.texts = texts;
		this.language = language;
		this.responses = new ExampleResponses(formats, pipeline, api.url(), language);
		EntryDescriber describer = new EntryDescriber(catalog, formats.get(0), validationStatus, texts, language);
		this.pages = catalog.entries()
			.stream()
			.filter((entry) -> !entry.definition().internal())
			.map((entry) -> add(entry, describer))
			.sorted(Comparator.comparing(DocumentationEntry::builtIn)
				.thenComparing(DocumentationEntry::status)
				.thenComparing(DocumentationEntry::code))
			.toList();
		Set<ErrorCode> hidden = api.hidden().stream().map(catalog::get).collect(Collectors.toSet());
		this.entries = this.pages.stream().filter((entry) -> !hidden.contains(this.codes.get(entry.code()))).toList();
		catalog.entries()
			.stream()
			.map(ErrorCode::definition)
			.filter((definition) -> definition.retry() == Retry.NEVER)
			.map(ErrorDefinition::status)
			.forEach(this.ambiguous::add);
		// Failures without an entry of their own are answered with these codes
		for (int status = 400; status < 600; status++) {
			ErrorCode entry = catalog.forStatus(status);
			if (catalog.find(entry.code()) == null) {
				add(entry, describer);
			}
		}
		this.successes = api.successes().stream().map(this::success).toList();
	}

	/**
	 * Return the statuses below 400 that the documentation can describe.
	 * @return the statuses
	 */
	public static Set<Integer> knownSuccesses() {
		return SuccessReasons.BY_STATUS.keySet();
	}

	private DocumentationEntry add(ErrorCode entry, EntryDescriber describer) {
		DocumentationEntry described = describer.describe(entry);
		this.byCode.put(entry.code(), described);
		this.codes.put(entry.code(), entry);
		return described;
	}

	private Success success(int status) {
		String reason = SuccessReasons.BY_STATUS.get(status);
		if (reason == null) {
			throw new IllegalArgumentException("The documentation cannot describe the status " + status);
		}
		return new Success(status, reason, word("success." + status));
	}

	/**
	 * Return what is known about the API beside its errors.
	 * @return the description of the API
	 */
	public DocumentedApi api() {
		return this.api;
	}

	/**
	 * Return the title of the documentation.
	 * @return the title in this language, with the name of the API if it is known
	 */
	public String title() {
		String name = this.api.title();
		return (name == null || name.isEmpty()) ? word("title") : word("title.named", Map.of("name", isolate(name)));
	}

	/**
	 * Keep a name that is written from right to left from reordering the words around it.
	 * @param name the name
	 * @return the name, between control characters if it needs them
	 */
	private static String isolate(String name) {
		return Bidi.requiresBidi(name.toCharArray(), 0, name.length()) ? "\u2068" + name + "\u2069" : name;
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
	 * Return the entries of the index.
	 * @return the published entries that are not hidden: first the application's own,
	 * then the built-in ones, each ordered by status and code
	 */
	public List<DocumentationEntry> entries() {
		return this.entries;
	}

	/**
	 * Return all published entries, including hidden ones, as each of them has a page.
	 * @return the entries in the order of the index
	 */
	List<DocumentationEntry> pages() {
		return this.pages;
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
	 * @param code the code, which may stand for a hidden entry or for a status without an
	 * entry in the catalog
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
		return this.responses.of(code(entry));
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
		return this.responses.samples(code(entry), samplesRetry(entry));
	}

	/**
	 * Find out how an error would be answered.
	 * @param entry an entry of this edition
	 * @param format the format
	 * @return the answer
	 */
	ErrorTrial attempt(DocumentationEntry entry, WireFormat format) {
		return this.responses.attempt(code(entry), format);
	}

	/**
	 * Return the header in which answers have their reference.
	 * @return the name
	 */
	String referenceHeader() {
		return this.responses.referenceHeader();
	}

	private ErrorCode code(DocumentationEntry entry) {
		ErrorCode code = this.codes.get(entry.code());
		if (code == null) {
			throw new IllegalArgumentException("There is no entry '" + entry.code() + "'");
		}
		return code;
	}

}
