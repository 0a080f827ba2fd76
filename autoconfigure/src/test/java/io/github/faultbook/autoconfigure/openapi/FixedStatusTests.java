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

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the description of errors that have the status of a success.
 */
@Tag("slow")
class FixedStatusTests {

	private static final String ERRORS = """
			{ "oneOf": [
				{ "$ref": "#/components/schemas/RpcError.not_acceptable" },
				{ "$ref": "#/components/schemas/RpcError.internal_server_error" },
				{ "$ref": "#/components/schemas/RpcError.order_not_found" },
				{ "$ref": "#/components/schemas/RpcError.authentication_required" } ],
			"discriminator": { "propertyName": "error", "mapping": {
				"not_acceptable": "#/components/schemas/RpcError.not_acceptable",
				"internal_server_error": "#/components/schemas/RpcError.internal_server_error",
				"order_not_found": "#/components/schemas/RpcError.order_not_found",
				"authentication_required": "#/components/schemas/RpcError.authentication_required" } } }""";

	@Test
	void errorsStandBesideTheSuccess() {
		JsonNode responses;
		try (OrderServer server = new OrderServer(OrderController.class, "faultbook.format=rpc",
				"faultbook.formats.rpc={\"status\":200,\"body\":{\"ok\":false,\"error\":\"{code}\"}}")) {
			responses = JsonMapper.shared().readTree(server.description()).at("/paths/~1orders~1{id}/get/responses");
		}
		assertThat(responses.propertyNames()).containsExactly("200");
		JsonNode content = responses.at("/200/content");
		assertThat(content.propertyNames()).containsExactlyInAnyOrder("*/*", "application/json");
		assertThat(content.at("/*~1*/schema/$ref").asString()).isEqualTo("#/components/schemas/Order");
		assertThat(content.at("/application~1json/schema")).isEqualTo(JsonMapper.shared().readTree(ERRORS));
		assertThat(content.at("/application~1json/examples/order_not_found/value"))
			.isEqualTo(JsonMapper.shared().readTree("{\"ok\":false,\"error\":\"order_not_found\"}"));
		assertThat(responses.at("/200/description").asString()).startsWith("OK\n\n").contains("`order_not_found`");
	}

	@Test
	void bodiesOfOneMediaTypeAreAlternatives() {
		JsonNode content;
		try (OrderServer server = new OrderServer(OrderController.class, "faultbook.format=rpc",
				"springdoc.default-produces-media-type=application/json",
				"faultbook.formats.rpc={\"status\":200,\"body\":{\"ok\":false,\"error\":\"{code}\"}}")) {
			content = JsonMapper.shared()
				.readTree(server.description())
				.at("/paths/~1orders~1{id}/get/responses/200/content");
		}
		assertThat(content.at("/application~1json/schema/anyOf"))
			.isEqualTo(JsonMapper.shared().readTree("[{\"$ref\":\"#/components/schemas/Order\"}," + ERRORS + "]"));
		assertThat(content.at("/application~1json/examples").has("order_not_found")).isTrue();
	}

}
