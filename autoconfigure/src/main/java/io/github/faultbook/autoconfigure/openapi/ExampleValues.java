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

package io.github.faultbook.autoconfigure.openapi;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import io.github.faultbook.ApiType;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.util.CollectionUtils;
import org.springframework.web.util.UriUtils;

/**
 * Values for the inputs of an operation, which are its parameters and the properties of
 * its body: their examples, or values that their schemas accept.
 */
final class ExampleValues {

	private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^/{}:]*)[^/{}]*}");

	private static final int MAX_LENGTH = 50;

	private final Map<String, Input> inputs = new LinkedHashMap<>();

	/**
	 * Create an instance.
	 * @param operation the operation
	 * @param openApi the description that contains it
	 */
	ExampleValues(Operation operation, OpenAPI openApi) {
		Stream.ofNullable(operation.getParameters())
			.flatMap(List::stream)
			.filter((parameter) -> parameter.getName() != null)
			.forEach((parameter) -> add(parameter.getName(),
					(parameter.getExample() != null) ? parameter.getExample() : first(parameter.getExamples()),
					parameter.getSchema()));
		if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
			operation.getRequestBody().getContent().values().forEach((type) -> {
				Schema<?> schema = resolve(type.getSchema(), openApi);
				Map<String, ?> properties = (schema != null) ? schema.getProperties() : null;
				if (properties != null) {
					properties.forEach((name, property) -> add(name, null, (Schema<?>) property));
				}
			});
		}
	}

	private void add(String name, @Nullable Object example, @Nullable Schema<?> schema) {
		this.inputs.putIfAbsent(wordsOf(name), new Input(name, example, (schema != null) ? schema : new Schema<>()));
	}

	private static @Nullable Object first(@Nullable Map<String, Example> examples) {
		return CollectionUtils.isEmpty(examples) ? null : examples.values().iterator().next().getValue();
	}

	private static @Nullable Schema<?> resolve(@Nullable Schema<?> schema, OpenAPI openApi) {
		if (schema == null || schema.get$ref() == null || openApi.getComponents() == null
				|| openApi.getComponents().getSchemas() == null) {
			return schema;
		}
		return openApi.getComponents().getSchemas().get(schema.get$ref().replace("#/components/schemas/", ""));
	}

	private static String wordsOf(String name) {
		return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

	/**
	 * Replace the variables of a path.
	 * @param path the path of the operation
	 * @return the path with a value for each variable, encoded
	 */
	String path(String path) {
		return VARIABLE.matcher(path).replaceAll((variable) -> {
			String name = variable.group(1);
			Object value = Objects.requireNonNullElseGet(find(name), () -> text(name, new Schema<>()));
			return Matcher.quoteReplacement(UriUtils.encodePathSegment(value.toString(), StandardCharsets.UTF_8));
		});
	}

	/**
	 * Find a value for an input.
	 * @param name the name of the input, in any notation
	 * @return the value, or {@code null} if the operation has no such input
	 */
	@Nullable Object find(String name) {
		Input input = this.inputs.get(wordsOf(name));
		if (input == null) {
			return null;
		}
		Schema<?> schema = input.schema();
		return Stream
			.of(input.example(), schema.getExample(), CollectionUtils.firstElement(schema.getExamples()),
					schema.getDefault(), CollectionUtils.firstElement(schema.getEnum()))
			.<Object>mapMulti((value, found) -> Optional.ofNullable(value).ifPresent(found))
			.findFirst()
			.orElseGet(() -> value(input.name(), schema));
	}

	private static Object value(String name, Schema<?> schema) {
		String type = CollectionUtils.isEmpty(schema.getTypes()) ? schema.getType()
				: schema.getTypes().iterator().next();
		if ("integer".equals(type) || "number".equals(type)) {
			return number(schema);
		}
		if ("boolean".equals(type)) {
			return true;
		}
		ApiType format = Arrays.stream(ApiType.values())
			.filter((candidate) -> candidate.word().equals(schema.getFormat()))
			.findFirst()
			.orElse(ApiType.STRING);
		return (format != ApiType.STRING) ? format.example() : text(name, schema);
	}

	private static BigDecimal number(Schema<?> schema) {
		BigDecimal least = Objects.requireNonNullElse(schema.getMinimum(), BigDecimal.ONE);
		BigDecimal most = Objects.requireNonNullElse(schema.getMaximum(), least);
		return BigDecimal.ONE.max(least).min(most);
	}

	/**
	 * Return a text that a schema accepts. A pattern is met by chance only.
	 * @param name the name of the parameter
	 * @param schema the schema
	 * @return the text
	 */
	private static String text(String name, Schema<?> schema) {
		String words = name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
			.replaceAll("[^A-Za-z0-9]+", "-")
			.toLowerCase(Locale.ROOT);
		int least = Math.min(Objects.requireNonNullElse(schema.getMinLength(), 1), MAX_LENGTH);
		int most = Objects.requireNonNullElse(schema.getMaxLength(), Integer.MAX_VALUE);
		List<String> candidates = Stream.of(words.matches("(.*-)?id") ? "1" : words, words, "1", "a", "A")
			.filter((candidate) -> !candidate.isEmpty())
			.map((candidate) -> fit(candidate, least, most))
			.toList();
		return candidates.stream()
			.filter((candidate) -> matches(candidate, schema.getPattern()))
			.findFirst()
			.orElse(candidates.get(0));
	}

	private static String fit(String text, int least, int most) {
		String filled = (text.length() < least) ? text.repeat(least / text.length() + 1).substring(0, least) : text;
		return filled.substring(0, Math.min(filled.length(), most));
	}

	private static boolean matches(String text, @Nullable String pattern) {
		try {
			return pattern == null || Pattern.compile(pattern).matcher(text).find();
		}
		catch (PatternSyntaxException ex) {
			return false;
		}
	}

	/**
	 * An input.
	 *
	 * @param name the name
	 * @param example its own example, or {@code null} if it has none
	 * @param schema its schema
	 */
	private record Input(String name, @Nullable Object example, Schema<?> schema) {

	}

}
