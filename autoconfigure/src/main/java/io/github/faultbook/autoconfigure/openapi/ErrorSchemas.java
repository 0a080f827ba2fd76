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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.github.faultbook.format.WireFormat;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.StringUtils;

/**
 * Adds the schemas of formats to the components of a description, in the dialect of its
 * version.
 */
final class ErrorSchemas {

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * Swagger's own deserializer treats every schema without a type as an object.
	 */
	private static final ObjectMapper VERSION_30 = new ObjectMapper().addMixIn(Schema.class, SchemaMixIn.class);

	private final OpenAPI openApi;

	private final boolean version31;

	private final Map<String, Schema<?>> references = new HashMap<>();

	ErrorSchemas(OpenAPI openApi) {
		this.openApi = openApi;
		this.version31 = openApi.getSpecVersion() == SpecVersion.V31;
	}

	/**
	 * Return a reference to the schema of a format.
	 * @param format the format
	 * @return the reference, or {@code null} if the format has no schema
	 */
	@Nullable Schema<?> reference(WireFormat format) {
		return this.references.computeIfAbsent(format.name(), (name) -> add(format));
	}

	private @Nullable Schema<?> add(WireFormat format) {
		String json = format.schema();
		if (json == null) {
			return null;
		}
		if (this.openApi.getComponents() == null) {
			this.openApi.setComponents(new Components());
		}
		Components components = this.openApi.getComponents();
		String name = componentName(format.name());
		new SchemaTranslator(name, this.version31).translate(JSON.readValue(json, LinkedHashMap.class))
			.forEach((component, schema) -> {
				if (components.getSchemas() == null || !components.getSchemas().containsKey(component)) {
					components.addSchemas(component, convert(schema));
				}
			});
		return new Schema<>().$ref("#/components/schemas/" + name);
	}

	private static String componentName(String format) {
		return Stream.of(format.split("[^A-Za-z0-9]+")).map(StringUtils::capitalize).collect(Collectors.joining())
				+ "Error";
	}

	private Schema<?> convert(Object schema) {
		ObjectMapper mapper = this.version31 ? Json31.mapper() : VERSION_30;
		try {
			return mapper.readValue(JSON.writeValueAsString(schema), Schema.class);
		}
		catch (JsonProcessingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Serialization rules that {@link Schema} itself does not declare.
	 */
	private interface SchemaMixIn {

		@JsonDeserialize(using = BooleanOrSchemaDeserializer.class)
		void setAdditionalProperties(Object value);

	}

	/**
	 * Deserializes a schema or {@code false}.
	 */
	private static final class BooleanOrSchemaDeserializer extends StdDeserializer<Object> {

		private BooleanOrSchemaDeserializer() {
			super(Object.class);
		}

		@Override
		public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
			return parser.currentToken().isBoolean() ? (Object) parser.getBooleanValue()
					: context.readValue(parser, Schema.class);
		}

	}

}
