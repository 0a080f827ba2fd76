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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A snapshot of what clients rely on, kept as a file in the repository of an application:
 * the status, the retry advice and the parameters of every code. A test of the
 * application compares it with the catalog, so that no change breaks clients by accident:
 *
 * <pre class="code">
 * &#64;Test
 * void publishedErrorsStay() {
 *     CatalogSnapshot.verify(catalog, Path.of("src/test/resources/error-catalog.json"));
 * }
 * </pre>
 *
 * Titles, messages, causes and solutions are for people and may change.
 */
public final class CatalogSnapshot {

	/**
	 * System property that tells {@link #verify} to write the file: {@code update} writes
	 * new entries, {@code accept} also writes changes that break clients.
	 */
	public static final String MODE = "faultbook.snapshot";

	private static final Set<String> MODES = Set.of("", "update", "accept");

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private static final TypeReference<TreeMap<String, PublishedEntry>> ENTRIES = new TypeReference<>() {
	};

	private CatalogSnapshot() {
	}

	/**
	 * Compare a catalog with the file, or write it if the system property {@value #MODE}
	 * says so. Codes that are gone stay in the file, as they must not be used again.
	 * @param catalog the catalog
	 * @param file the file, in the repository of the application
	 * @throws AssertionError if they differ; it names every difference, why it matters
	 * and what to do
	 */
	public static void verify(ErrorCatalog catalog, Path file) {
		verify(catalog, file, System.getProperty(MODE, ""));
	}

	static void verify(ErrorCatalog catalog, Path file, String mode) {
		if (!MODES.contains(mode)) {
			throw new AssertionError("-D" + MODE + "=" + mode + " is unknown. Use update or accept.");
		}
		Map<String, PublishedEntry> published = Files.exists(file) ? read(file) : Map.of();
		Map<String, PublishedEntry> current = entriesOf(catalog);
		List<String> additions = new ArrayList<>();
		List<String> breaks = new ArrayList<>();
		current.forEach((code, entry) -> compare(code, published.get(code), entry, additions, breaks));
		published.forEach((code, entry) -> {
			if (!current.containsKey(code)) {
				current.put(code, PublishedEntry.REMOVED);
				if (!entry.removed()) {
					breaks
						.add(("%s is gone: clients that handle it no longer recognize the failure. Keep the entry and "
								+ "mark it with deprecated(...).")
							.formatted(code));
				}
			}
		});
		if (mode.equals("accept") || (mode.equals("update") && breaks.isEmpty())) {
			write(current, file);
		}
		else if (!breaks.isEmpty() || !additions.isEmpty()) {
			throw new AssertionError(describe(file, additions, breaks));
		}
	}

	private static void compare(String code, @Nullable PublishedEntry published, PublishedEntry current,
			List<String> additions, List<String> breaks) {
		if (published == null) {
			additions.add(code);
			return;
		}
		if (published.removed()) {
			breaks.add("%s was removed before: clients take the new failure for the old one. Choose another code."
				.formatted(code));
			return;
		}
		if (published.status() != current.status()) {
			breaks.add("%s had status %d and has %d: clients and proxies act on the status. Add a new code instead."
				.formatted(code, published.status(), current.status()));
		}
		if (!published.retry().equals(current.retry())) {
			breaks
				.add(("%s had retry '%s' and has '%s': clients that repeat requests on their own rely on it. Add a new "
						+ "code instead.")
					.formatted(code, published.retry(), current.retry()));
		}
		published.parameters().forEach((name, type) -> {
			String now = current.parameters().get(name);
			if (now == null) {
				breaks
					.add("%s lost the parameter %s: clients that read it fail. Keep sending it.".formatted(code, name));
			}
			else if (!now.equals(type)) {
				breaks
					.add(("%s had the parameter %s as %s and has it as %s: clients that read it fail. Add a parameter "
							+ "with another name.")
						.formatted(code, name, type, now));
			}
		});
		current.parameters()
			.keySet()
			.stream()
			.filter((name) -> !published.parameters().containsKey(name))
			.forEach((name) -> additions.add(code + " with the parameter " + name));
	}

	private static String describe(Path file, List<String> additions, List<String> breaks) {
		StringBuilder text = new StringBuilder("The catalog is not what " + file + " says.\n");
		if (!breaks.isEmpty()) {
			text.append("\nThis breaks clients:\n");
			breaks.forEach((line) -> text.append("  - ").append(line).append('\n'));
			text.append("If it has to be, run the test once with -D" + MODE + "=accept and commit the file.\n");
		}
		if (!additions.isEmpty()) {
			text.append("\nThis is new, which breaks nobody:\n");
			additions.forEach((line) -> text.append("  - ").append(line).append('\n'));
			text.append(
					"From now on it has to stay. Run the test once with -D" + MODE + "=update and commit the file.\n");
		}
		return text.toString();
	}

	private static Map<String, PublishedEntry> entriesOf(ErrorCatalog catalog) {
		Map<String, PublishedEntry> entries = new TreeMap<>();
		for (ErrorCode entry : catalog.entries()) {
			entries.put(entry.code(), PublishedEntry.of(entry.definition()));
		}
		return entries;
	}

	private static Map<String, PublishedEntry> read(Path file) {
		try {
			return MAPPER.readValue(file.toFile(), ENTRIES);
		}
		catch (JacksonException ex) {
			throw new AssertionError(
					file + " cannot be read. Restore it from the version control, or delete it and run "
							+ "the test once with -D" + MODE + "=update.",
					ex);
		}
	}

	private static void write(Map<String, PublishedEntry> entries, Path file) {
		try {
			if (file.toAbsolutePath().getParent() != null) {
				Files.createDirectories(file.toAbsolutePath().getParent());
			}
			Files.writeString(file, MAPPER.writeValueAsString(entries) + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The part of a catalog entry that clients rely on.
	 *
	 * @param status the status, 0 if the entry was removed
	 * @param retry the retry advice in lower case, empty if the entry was removed
	 * @param parameters the types of the parameters by name
	 * @param removed whether the code must not be used again
	 */
	@JsonInclude(JsonInclude.Include.NON_DEFAULT)
	private record PublishedEntry(int status, String retry, Map<String, String> parameters, boolean removed) {

		private static final PublishedEntry REMOVED = new PublishedEntry(0, "", Map.of(), true);

		PublishedEntry {
			retry = (retry != null) ? retry : "";
			parameters = (parameters != null) ? parameters : Map.of();
		}

		static PublishedEntry of(ErrorDefinition definition) {
			Map<String, String> parameters = new TreeMap<>();
			definition.parameters().forEach((parameter) -> parameters.put(parameter.name(), parameter.typeName()));
			return new PublishedEntry(definition.status(), definition.retry().word(), parameters, false);
		}

	}

}
