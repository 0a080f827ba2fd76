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
import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExampleValues}.
 */
class ExampleValuesTests {

	private final Operation operation = new Operation();

	@Test
	void variablesHaveTheirExamples() {
		parameter("businessId", new StringSchema().example("bus_1"));
		this.operation.addParametersItem(new Parameter().name("part").schema(new StringSchema()).example("a b/c"));
		assertThat(path("/businesses/{businessId}/parts/{part}")).isEqualTo("/businesses/bus_1/parts/a%20b%2Fc");
	}

	@Test
	void variablesHaveValuesThatTheirConstraintsAccept() {
		parameter("year", new IntegerSchema().minimum(BigDecimal.valueOf(2000)));
		parameter("part", new IntegerSchema().maximum(BigDecimal.ZERO));
		parameter("key", new UUIDSchema());
		parameter("state", new StringSchema()._enum(List.of("open", "closed")));
		parameter("country", new StringSchema().minLength(2).maxLength(2));
		parameter("digits", new StringSchema().pattern("^[0-9]{4}$").minLength(4));
		assertThat(path("/{year}/{part}/{key}/{state}/{country}/{digits}"))
			.isEqualTo("/2000/0/00000000-0000-4000-8000-000000000000/open/co/1111");
	}

	@Test
	void typesOfTheNewerVersionAreKnown() {
		Schema<?> schema = new JsonSchema();
		schema.setSpecVersion(SpecVersion.V31);
		schema.addType("integer");
		parameter("number", schema);
		assertThat(path("/{number}")).isEqualTo("/1");
	}

	@Test
	void variablesThatNobodyDescribesHaveTheirNames() {
		assertThat(path("/orders/{id}/{orderId}/{fileName}/{*rest}")).isEqualTo("/orders/1/1/file-name/rest");
	}

	@Test
	void patternsAndLengthsThatCannotBeMetDoNotFail() {
		parameter("broken", new StringSchema().pattern("["));
		parameter("hard", new StringSchema().pattern("^x{7}y$"));
		parameter("long", new StringSchema().minLength(Integer.MAX_VALUE));
		assertThat(path("/{broken}/{hard}")).isEqualTo("/broken/hard");
		assertThat(path("/{long}")).hasSize(51);
	}

	@Test
	void propertiesOfTheBodyAreInputs() {
		this.operation.requestBody(new RequestBody().content(new Content().addMediaType("application/json",
				new MediaType().schema(new Schema<>().$ref("#/components/schemas/Order")))));
		OpenAPI openApi = new OpenAPI().components(new Components().addSchemas("Order",
				new ObjectSchema().addProperty("buyer_email", new StringSchema().example("ada@example.org"))));
		ExampleValues values = new ExampleValues(this.operation, openApi);
		assertThat(values.find("buyerEmail")).isEqualTo("ada@example.org");
		assertThat(values.find("seller")).isNull();
		assertThat(new ExampleValues(this.operation, new OpenAPI()).find("buyerEmail")).isNull();
	}

	private void parameter(String name, Schema<?> schema) {
		this.operation.addParametersItem(new Parameter().name(name).in("path").schema(schema));
	}

	private String path(String path) {
		return new ExampleValues(this.operation, new OpenAPI()).path(path);
	}

}
