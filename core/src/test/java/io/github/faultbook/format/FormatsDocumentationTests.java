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

package io.github.faultbook.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.Violation;
import io.github.faultbook.format.Placeholder.Kind;
import io.github.faultbook.format.Placeholder.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the examples in {@code docs/formats.md}.
 */
class FormatsDocumentationTests {

	private static final String PAGE = read(Path.of("..", "docs", "formats.md"));

	private static final Pattern BLOCK = Pattern.compile("```(json|http) (\\w+)\n(.*?)```", Pattern.DOTALL);

	private static final Pattern ROW = Pattern.compile("^\\| `([^`]*)` \\| `([^`]*)`", Pattern.MULTILINE);

	private static final Map<String, ApiError> ERRORS = ExpectedBodies.all()
		.collect(Collectors.toMap(ExpectedBodies.Expected::name, ExpectedBodies.Expected::error, (a, b) -> a));

	private static String read(Path page) {
		try {
			return Files.readString(page);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Example> examples() {
		List<Example> examples = new ArrayList<>();
		for (String section : PAGE.substring(PAGE.indexOf("## Ten house formats")).split("\n### ")) {
			String name = section.lines().findFirst().orElseThrow();
			WireFormat format = null;
			Matcher block = BLOCK.matcher(section);
			while (block.find()) {
				if (block.group(2).equals("template")) {
					format = ExpectedBodies.FORMATS.compile(name, block.group(3));
				}
				else {
					examples.add(new Example(Objects.requireNonNull(format), block.group(1), block.group(2),
							block.group(3).strip()));
				}
			}
		}
		return examples;
	}

	static Stream<String> names() {
		Function<String, String> braces = "{%s}"::formatted;
		Stream<String> styles = Stream.of(Kind.values()).flatMap((kind) -> Styles.of(kind).keySet().stream());
		return Stream
			.of(Placeholders.names(EnumSet.allOf(Scope.class)).stream().map(braces), styles,
					WireFormats.presets().stream(),
					ObjectCompiler.OPERATORS.stream().map((name) -> name.replace(" …", " <")))
			.flatMap(Function.identity())
			.distinct();
	}

	static List<Arguments> merged() {
		String section = PAGE.substring(PAGE.indexOf("## Merging and splicing"), PAGE.indexOf("## Texts in other"));
		return ROW.matcher(section).results().map((row) -> Arguments.of(row.group(1), row.group(2))).toList();
	}

	@Test
	void mergedMembersAreShown() {
		assertThat(merged()).hasSize(6);
	}

	@ParameterizedTest
	@MethodSource("merged")
	void membersAreMergedAsShown(String template, String expected) {
		String nested = expected.contains("address") ? "address.zip" : "items[1].zip";
		ApiError error = expected.contains("zip") ? ShortTemplates.error(Violation.of(nested, "required", "D."))
				: ShortTemplates.error(Violation.of("email", "too_long", "A."), Violation.of("age", "required", "C."),
						Violation.of("email", "invalid_format", "B."));
		WireFormat format = ExpectedBodies.FORMATS.compile("merged", "{ \"body\": " + template + " }");
		assertThat(ExpectedBodies.MAPPER.readTree(format.write(error, TestRequest.DEFAULT)))
			.isEqualTo(ExpectedBodies.MAPPER.readTree(expected));
	}

	@Test
	void tenFormatsAreShown() {
		assertThat(examples().stream().map((example) -> example.format().name()).distinct()).hasSize(10);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void exampleIsWhatTheTemplateGives(Example example) {
		assertThat(example.actual()).isEqualTo(example.expected());
	}

	@ParameterizedTest
	@MethodSource("names")
	void everythingThatATemplateCanSayIsListed(String name) {
		assertThat(PAGE).containsAnyOf("`" + name, "`\"" + name);
	}

	/**
	 * A body or the headers that the page shows for a template.
	 *
	 * @param format the compiled template
	 * @param language the language of the code block
	 * @param error the name of the error
	 * @param text the content of the code block
	 */
	record Example(WireFormat format, String language, String error, String text) {

		String actual() {
			ApiError error = Objects.requireNonNull(ERRORS.get(this.error));
			if (this.language.equals("http")) {
				return this.format.headers(error, TestRequest.DEFAULT)
					.entrySet()
					.stream()
					.map((header) -> header.getKey() + ": " + header.getValue())
					.collect(Collectors.joining("\n"));
			}
			return new String(this.format.write(error, TestRequest.DEFAULT), StandardCharsets.UTF_8);
		}

		String expected() {
			return this.language.equals("http") ? this.text
					: ExpectedBodies.MAPPER.writeValueAsString(ExpectedBodies.MAPPER.readTree(this.text));
		}

		@Override
		public String toString() {
			return this.error + " as " + this.format.name();
		}

	}

}
