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
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas among the components of a description, in the dialect of its version.
 */
final class SchemaComponents {

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * Swagger's own deserializer treats every schema without a type as an object.
	 */
	private static final ObjectMapper VERSION_30 = new ObjectMapper().addMixIn(Schema.class, SchemaMixIn.class);

	private final OpenAPI openApi;

	private final boolean version31;

	SchemaComponents(OpenAPI openApi) {
		this.openApi = openApi;
		this.version31 = openApi.getSpecVersion() == SpecVersion.V31;
	}

	/**
	 * Add a schema and its definitions, unless the description has components of these
	 * names.
	 * @param name the name of the component
	 * @param schema a JSON Schema
	 * @return the address of the component
	 */
	String add(String name, Map<String, Object> schema) {
		if (this.openApi.getComponents() == null) {
			this.openApi.setComponents(new Components());
		}
		Components components = this.openApi.getComponents();
		new SchemaTranslator(name, this.version31).translate(schema).forEach((component, translated) -> {
			if (components.getSchemas() == null || !components.getSchemas().containsKey(component)) {
				components.addSchemas(component, convert(translated));
			}
		});
		return "#/components/schemas/" + name;
	}

	/**
	 * Translate a schema that refers to components.
	 * @param schema a JSON Schema
	 * @return the schema
	 */
	Schema<?> translate(Map<String, Object> schema) {
		return convert(Objects.requireNonNull(new SchemaTranslator("", this.version31).translate(schema).get("")));
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
