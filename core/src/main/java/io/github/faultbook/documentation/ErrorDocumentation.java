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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorTexts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published documentation of a catalog: what each error means, what to do about it,
 * and the response in each format. Internal entries are left out. Instances are safe for
 * use by several threads.
 */
public final class ErrorDocumentation {

	private final ErrorCatalog catalog;

	private final List<WireFormat> formats;

	private final ErrorTexts texts;

	private final Supplier<ErrorPipeline> pipeline;

	private final @Nullable Integer validationStatus;

	private final DocumentedApi api;

	private final Map<Locale, DocumentationEdition> editions = new ConcurrentHashMap<>();

	/**
	 * Create the documentation of a catalog without an application. The examples are not
	 * customized.
	 * @param catalog the catalog
	 * @param formats the formats of the responses, the default first; not empty
	 * @param texts the texts in the languages of the readers
	 */
	public ErrorDocumentation(ErrorCatalog catalog, List<WireFormat> formats, ErrorTexts texts) {
		this(catalog, formats, texts, plain(catalog, formats, texts), null, DocumentedApi.UNKNOWN);
	}

	/**
	 * Create the documentation of a catalog, with the responses of an application as
	 * examples.
	 * @param catalog the catalog
	 * @param formats the formats of the responses, the default first; not empty
	 * @param texts the texts in the languages of the readers
	 * @param pipeline supplies the pipeline of the application; called for each example,
	 * so that customizers may depend on this documentation
	 * @param validationStatus the status of validation failures, or {@code null} to use
	 * the status of each format
	 * @param api what the documentation says about the API beside the catalog
	 * @throws IllegalArgumentException if there is no format, or if a hidden code is not
	 * in the catalog
	 */
	public ErrorDocumentation(ErrorCatalog catalog, List<WireFormat> formats, ErrorTexts texts,
			Supplier<ErrorPipeline> pipeline, @Nullable Integer validationStatus, DocumentedApi api) {
		if (formats.isEmpty()) {
			throw new IllegalArgumentException("At least one format is required");
		}
		api.hidden().forEach(catalog::get);
		this.catalog = catalog;
		this.formats = List.copyOf(formats);
		this.texts = texts;
		this.pipeline = pipeline;
		this.validationStatus = validationStatus;
		this.api = api;
	}

	private static Supplier<ErrorPipeline> plain(ErrorCatalog catalog, List<WireFormat> formats, ErrorTexts texts) {
		ErrorPipeline pipeline = ErrorPipeline.builder(catalog, (request) -> formats.get(0), JsonMapper.shared())
			.texts(texts)
			.build();
		return () -> pipeline;
	}

	/**
	 * Return the formats of the responses.
	 * @return the formats, the default first
	 */
	public List<WireFormat> formats() {
		return this.formats;
	}

	/**
	 * Return the languages of the documentation.
	 * @return the languages, English first
	 */
	public static List<Locale> languages() {
		return ErrorTexts.languages();
	}

	/**
	 * Return the documentation in one language.
	 * @param language one of the {@link #languages() languages}
	 * @return the edition, the same each time
	 */
	public DocumentationEdition in(Locale language) {
		if (!languages().contains(language)) {
			throw new IllegalArgumentException(
					"The documentation is written in " + languages() + ", not in " + language);
		}
		return this.editions.computeIfAbsent(language, (key) -> new DocumentationEdition(this.catalog, this.formats,
				this.texts, this.pipeline, this.validationStatus, this.api, key));
	}

	/**
	 * Write the documentation in English as Markdown, JSON and TypeScript, using the same
	 * file names as an application that serves it.
	 * @param directory the directory of {@code errors.md}, {@code errors.json},
	 * {@code errors.ts} with the errors in the default format, and, for each code,
	 * {@code errors/CODE.md} and {@code errors/CODE.json}; created if it does not exist,
	 * and existing files are replaced
	 * @throws IOException if a file cannot be written
	 */
	public void writeTo(Path directory) throws IOException {
		writeTo(directory, Locale.ENGLISH);
	}

	/**
	 * Write the documentation as Markdown, JSON and TypeScript, using the same file names
	 * as an application that serves it.
	 * @param directory the directory of {@code errors.md}, {@code errors.json},
	 * {@code errors.ts} with the errors in the default format, and, for each code,
	 * {@code errors/CODE.md} and {@code errors/CODE.json}; created if it does not exist,
	 * and existing files are replaced
	 * @param language one of the {@link #languages() languages}
	 * @throws IOException if a file cannot be written
	 */
	public void writeTo(Path directory, Locale language) throws IOException {
		DocumentationEdition edition = in(language);
		DocumentationMarkdown markdown = new DocumentationMarkdown(edition, "errors");
		DocumentationJson json = new DocumentationJson(edition);
		Path pages = Files.createDirectories(directory.resolve("errors"));
		Files.writeString(directory.resolve("errors.md"), markdown.index(edition.entries()));
		Files.writeString(directory.resolve("errors.json"), json.index(edition.entries()));
		Files.writeString(directory.resolve("errors.ts"),
				new DocumentationTypeScript(edition, this.formats.get(0)).write());
		for (DocumentationEntry entry : edition.pages()) {
			Files.writeString(pages.resolve(entry.code() + ".md"), markdown.page(entry));
			Files.writeString(pages.resolve(entry.code() + ".json"), json.page(entry));
		}
	}

	/**
	 * Write the errors in the default format as a module of TypeScript that also knows
	 * the errors of each operation.
	 * @param file the file, which is replaced if it exists
	 * @param openApi the OpenAPI description of the API, as JSON
	 * @throws IOException if the file cannot be written
	 * @throws IllegalArgumentException if the text is not an OpenAPI description
	 */
	public void writeTypeScript(Path file, String openApi) throws IOException {
		Files.writeString(file, new DocumentationTypeScript(in(Locale.ENGLISH), this.formats.get(0)).write(openApi));
	}

}
