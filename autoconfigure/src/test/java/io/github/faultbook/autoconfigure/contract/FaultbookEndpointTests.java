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

package io.github.faultbook.autoconfigure.contract;

import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

import io.github.faultbook.CommonError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the Actuator endpoint {@code faultbook}, over the wire.
 */
@ParameterizedClass(name = "reactive: {0}")
@ValueSource(booleans = { false, true })
class FaultbookEndpointTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static volatile boolean fired;

	private static Server server;

	FaultbookEndpointTests(boolean reactive) {
	}

	@BeforeParameterizedClassInvocation
	static void start(boolean reactive) {
		String[] properties = { "faultbook.format=details-map", "management.endpoints.web.exposure.include=faultbook",
				"faultbook.errors.authentication_required.code=UNAUTHENTICATED",
				"faultbook.errors.authentication_required.message=Log in first.",
				"faultbook.errors.warehouse_closed.status=503",
				"faultbook.errors.warehouse_closed.message=Warehouse {warehouse} is closed.",
				"faultbook.errors.warehouse_closed.title=Closed",
				"faultbook.errors.warehouse_closed.cause=It is night.",
				"faultbook.errors.warehouse_closed.solution=Wait.", "faultbook.errors.warehouse_closed.retry=always",
				"faultbook.errors.warehouse_closed.retry-delay=30s",
				"faultbook.errors.warehouse_closed.parameters[0].name=warehouse",
				"faultbook.errors.warehouse_closed.parameters[0].description=The name",
				"faultbook.errors.warehouse_closed.since=1.2", "faultbook.errors.warehouse_closed.deprecated.since=1.3",
				"faultbook.errors.warehouse_closed.deprecated.replaced-by=service_unavailable",
				"faultbook.errors.warehouse_closed.internal=true",
				"faultbook.mappings.java.util.MissingResourceException=authentication_required",
				"faultbook.mappings.java.lang.Error=service_unavailable", "faultbook.reference.header=X-Reference",
				"faultbook.formats.house={\"body\":\"{code}\"}", "faultbook.format-rules[0].path=/v1/**",
				"faultbook.format-rules[0].format=house" };
		server = reactive ? Server.reactive(ReactiveContractApplication.class, properties)
				: new Server(Server.Container.TOMCAT, properties);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	@Test
	void catalogIsThatOfTheConfiguration() {
		JsonNode errors = JSON.readTree(server.send("GET /actuator/faultbook").body()).get("errors");
		List<JsonNode> entries = StreamSupport.stream(errors.spliterator(), false).toList();
		// One is configured, one is an enum constant in the scanned package
		assertThat(entries).hasSize(CommonError.values().length + 2);
		assertThat(entries.get(CommonError.AUTHENTICATION_REQUIRED.ordinal())).isEqualTo(JSON.readTree("""
				{
				  "code": "UNAUTHENTICATED",
				  "declaredCode": "authentication_required",
				  "status": 401,
				  "message": "Log in first.",
				  "cause": "The request carries no credentials, or they are not valid.",
				  "solution": "Send a valid key or token.",
				  "retry": "NEVER",
				  "parameters": [],
				  "internal": false
				}"""));
		assertThat(entries.get(entries.size() - 1)).isEqualTo(JSON.readTree("""
				{
				  "code": "warehouse_closed",
				  "status": 503,
				  "title": "Closed",
				  "message": "Warehouse {warehouse} is closed.",
				  "cause": "It is night.",
				  "solution": "Wait.",
				  "retry": "ALWAYS",
				  "retryDelay": "PT30S",
				  "parameters": [{ "name": "warehouse", "type": "string", "description": "The name" }],
				  "since": "1.2",
				  "deprecated": { "since": "1.3", "replacedBy": "service_unavailable" },
				  "internal": true
				}"""));
	}

	@Test
	void formatsMappingsAndLimitsAreThoseOfTheConfiguration() {
		JsonNode report = JSON.readTree(server.send("GET /actuator/faultbook").body());
		assertThat(report.propertyNames()).containsExactly("errors", "formats", "mappings", "limits", "thrown");
		assertThat(report.get("formats")).isEqualTo(JSON.readTree("""
				{
				  "default": "details-map",
				  "problemDetailsOnRequest": false,
				  "rules": [{ "path": "/v1/**", "format": "house" }],
				  "available": ["details-array", "details-map", "house", "nested-code", "nested-type",
				    "problem-details", "status-message", "status-message-nested"]
				}"""));
		assertThat(report.get("mappings")).isEqualTo(JSON.readTree("""
				{
				  "java.lang.Error": "service_unavailable",
				  "java.util.MissingResourceException": "UNAUTHENTICATED"
				}"""));
		assertThat(report.get("limits")).isEqualTo(JSON.readTree("""
				{ "violations": 100, "text": 2000, "fact": 8192 }"""));
	}

	@Test
	void mappedExceptionIsShownWithItsEntry() {
		Wire.Answer answer = server.send("GET /actuator/faultbook/java.util.MissingResourceException");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree("""
				{
				  "exception": "java.util.MissingResourceException",
				  "mapping": {
				    "code": "UNAUTHENTICATED",
				    "declaredCode": "authentication_required",
				    "status": 401,
				    "message": "Log in first.",
				    "cause": "The request carries no credentials, or they are not valid.",
				    "solution": "Send a valid key or token.",
				    "retry": "NEVER",
				    "parameters": [],
				    "internal": false
				  }
				}"""));
	}

	@Test
	void exceptionThatWasThrownIsShownWithItsAnswer() {
		server.send("GET /throw/eof");
		String reference = server.send("GET /throw/eof").headers().get("X-Reference").get(0);
		JsonNode report = JSON.readTree(server.send("GET /actuator/faultbook/java.io.EOFException").body());
		assertThat(report.propertyNames()).containsExactly("exception", "thrown");
		JsonNode thrown = report.get("thrown");
		assertThat(Instant.parse(thrown.get("last").asString())).isBeforeOrEqualTo(Instant.now());
		assertThat(((ObjectNode) thrown).remove("last")).isNotNull();
		assertThat(thrown).isEqualTo(JSON.readTree("""
				{
				  "count": 2,
				  "status": 500,
				  "code": "internal_server_error",
				  "logLevel": "ERROR",
				  "reference": "%s"
				}""".formatted(reference)));
		assertThat(
				JSON.readTree(server.send("GET /actuator/faultbook").body()).at("/thrown/java.io.EOFException/count"))
			.isEqualTo(report.at("/thrown/count"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.example.Nope", "java.lang.String", "java.util.NoSuchElementException",
			"io.github.faultbook.autoconfigure.contract.FaultbookEndpointTests$ArmedException", "int",
			"java/lang/String" })
	void otherNamesAreAllUnknown(String name) {
		Wire.Answer answer = server.send("GET /actuator/faultbook/" + name);
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.body()).isEqualTo(server.send("GET /actuator/faultbook/com.example.Other").body());
	}

	@Test
	void askingRunsNoCodeOfTheClassAndChangesNothing() {
		String before = server.send("GET /actuator/faultbook").body();
		server.send("GET /actuator/faultbook/" + ArmedException.class.getName());
		assertThat(fired).isFalse();
		assertThat(server.send("GET /actuator/faultbook").body()).isEqualTo(before);
	}

	/**
	 * An exception that tells whether it was initialized.
	 */
	static final class ArmedException extends RuntimeException {

		static {
			fired = true;
		}

		private ArmedException() {
			fired = true;
		}

	}

}
