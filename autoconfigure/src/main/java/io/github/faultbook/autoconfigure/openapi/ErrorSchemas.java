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

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.format.BodySchema;
import io.github.faultbook.format.SchemaScope;
import io.github.faultbook.format.WireFormat;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The schemas of responses. Each error has a schema of its own among the components, with
 * its code as the only value of the member that holds the code and with the types of its
 * facts. Without such a member, all errors share the schema of the format.
 */
final class ErrorSchemas {

	private final SchemaComponents components;

	private final boolean perCode;

	private final SchemaScope limits;

	private final Map<String, List<String>> codes = new HashMap<>();

	/**
	 * Create an instance.
	 * @param openApi the description
	 * @param perCode whether each error has a schema of its own
	 * @param limits the limits of lists and texts
	 */
	ErrorSchemas(OpenAPI openApi, boolean perCode, SchemaScope limits) {
		this.components = new SchemaComponents(openApi);
		this.perCode = perCode;
		this.limits = limits;
	}

	/**
	 * Return the schema of a response.
	 * @param format the format
	 * @param errors the errors that the response may tell of, with their facts as they
	 * are written
	 * @return the schema, or {@code null} if nothing is known about the bodies
	 */
	@Nullable Schema<?> of(WireFormat format, List<ApiError> errors) {
		BodySchema all = schema(format, null);
		if (all == null) {
			return null;
		}
		List<String> code = this.perCode
				? this.codes.computeIfAbsent(format.name(), (name) -> BodySchema.memberWithTheCode(format)) : List.of();
		Map<String, BodySchema> byCode = new LinkedHashMap<>();
		errors.forEach((error) -> byCode.computeIfAbsent(error.code(), (key) -> schema(format, error)));
		if (code.isEmpty() || !areDistinct(byCode, code)) {
			return this.components.translate(Map.of("$ref", this.components.add(componentName(format), all.root())));
		}
		return schema(format, byCode, code);
	}

	private @Nullable BodySchema schema(WireFormat format, @Nullable ApiError error) {
		return BodySchema.of(format, new SchemaScope(error, this.limits.violations(), this.limits.text()));
	}

	private static boolean areDistinct(Map<String, BodySchema> byCode, List<String> code) {
		Set<Object> values = new LinkedHashSet<>();
		return byCode.values().stream().allMatch((schema) -> {
			Object value = (schema != null) ? schema.constant(code) : null;
			return value != null && values.add(value);
		});
	}

	private Schema<?> schema(WireFormat format, Map<String, BodySchema> byCode, List<String> code) {
		List<String> holder = code.subList(0, code.size() - 1);
		boolean same = byCode.values().stream().map((schema) -> schema.with(holder, Map.of())).distinct().count() == 1;
		List<String> place = same ? holder : List.of();
		Map<String, Object> references = new LinkedHashMap<>();
		byCode.forEach((name, schema) -> {
			String component = componentName(format) + "." + name + (same ? "" : ".body");
			references.put(String.valueOf(schema.constant(code)), this.components.add(component, schema.at(place)));
		});
		List<Map<String, Object>> choices = references.values()
			.stream()
			.map((reference) -> Map.of("$ref", reference))
			.toList();
		Map<String, Object> choice = new LinkedHashMap<>(
				(choices.size() == 1) ? choices.get(0) : Map.of("oneOf", choices));
		if (choices.size() > 1 && place.equals(holder)) {
			choice.put("discriminator", Map.of("propertyName", code.get(code.size() - 1), "mapping", references));
		}
		return this.components.translate(byCode.values().iterator().next().with(place, choice));
	}

	private static String componentName(WireFormat format) {
		return Stream.of(format.name().split("[^A-Za-z0-9]+"))
			.map(StringUtils::capitalize)
			.collect(Collectors.joining()) + "Error";
	}

}
