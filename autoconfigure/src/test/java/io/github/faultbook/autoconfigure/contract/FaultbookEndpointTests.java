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

import java.util.List;
import java.util.stream.StreamSupport;

import io.github.faultbook.ApiException;
import io.github.faultbook.ApiFault;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the Actuator endpoint {@code faultbook}, over the wire.
 */
@ExtendWith(OutputCaptureExtension.class)
class FaultbookEndpointTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static Server server;

	@BeforeAll
	static void start() {
		server = new Server(Server.Container.TOMCAT, "faultbook.format=details-map",
				"management.endpoints.web.exposure.include=faultbook",
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
				"faultbook.mappings.java.lang.Error=service_unavailable", "faultbook.log.levels.409=warn",
				"faultbook.formats.house={\"body\":\"{code}\"}", "faultbook.format-rules[0].path=/v1/**",
				"faultbook.format-rules[0].format=house");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void catalogIsThatOfTheConfiguration() {
		JsonNode errors = JSON.readTree(server.send("GET /actuator/faultbook").body()).get("errors");
		List<JsonNode> entries = StreamSupport.stream(errors.spliterator(), false).toList();
		assertThat(entries).hasSize(CommonError.values().length + 1);
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
		assertThat(report.propertyNames()).containsExactly("errors", "formats", "mappings", "limits");
		assertThat(report.get("formats")).isEqualTo(JSON.readTree("""
				{
				  "default": "details-map",
				  "problemDetailsOnRequest": true,
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
	void mappedExceptionIsAnsweredByTheMapping() {
		assertReport("java.util.MissingResourceException", """
				{
				  "exception": "java.util.MissingResourceException",
				  "constructor": "MissingResourceException(\\"\\", \\"\\", \\"\\")",
				  "status": 401,
				  "code": "UNAUTHENTICATED",
				  "message": "Log in first.",
				  "resolver": "mappingErrorResolver",
				  "logLevel": "INFO",
				  "format": "details-map",
				  "failures": []
				}""");
	}

	@Test
	void rootOfTheHierarchyIsAnsweredByTheMapping() {
		assertReport("java.lang.StackOverflowError", """
				{
				  "exception": "java.lang.StackOverflowError",
				  "constructor": "StackOverflowError()",
				  "status": 503,
				  "code": "service_unavailable",
				  "message": "The service is temporarily unavailable. Please try again later.",
				  "resolver": "io.github.faultbook.autoconfigure.settings.MappingErrorResolver$RootResolver",
				  "logLevel": "ERROR",
				  "format": "details-map",
				  "failures": []
				}""");
	}

	@Test
	void exceptionThatNobodyKnowsIsAnInternalError() {
		assertReport("java.util.NoSuchElementException", """
				{
				  "exception": "java.util.NoSuchElementException",
				  "constructor": "NoSuchElementException()",
				  "status": 500,
				  "code": "internal_server_error",
				  "message": "An unexpected error occurred. Please try again later or contact support if the \
				problem persists.",
				  "logLevel": "ERROR",
				  "format": "details-map",
				  "failures": []
				}""");
	}

	@Test
	void exceptionThatKnowsItsCodeIsNamed() {
		assertReport(KnowingException.class.getName(), """
				{
				  "exception": "io.github.faultbook.autoconfigure.contract.FaultbookEndpointTests$KnowingException",
				  "status": 409,
				  "code": "conflict",
				  "message": "The request conflicts with the current state of the resource.",
				  "resolver": "io.github.faultbook.autoconfigure.contract.FaultbookEndpointTests$KnowingException",
				  "logLevel": "WARN",
				  "format": "details-map",
				  "failures": []
				}""");
	}

	@Test
	void exceptionOfTheApplicationIsMadeByItsConstructor() {
		assertReport(OrderNotFoundException.class.getName(),
				"""
						{
						  "exception": "io.github.faultbook.autoconfigure.contract.FaultbookEndpointTests$OrderNotFoundException",
						  "constructor": "OrderNotFoundException(\\"\\", 0, null)",
						  "status": 404,
						  "code": "resource_not_found",
						  "message": "Order 0 was not found.",
						  "resolver": "io.github.faultbook.autoconfigure.contract.FaultbookEndpointTests$OrderNotFoundException",
						  "logLevel": "INFO",
						  "format": "details-map",
						  "failures": []
						}""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					org.springframework.web.server.ResponseStatusException | ResponseStatusException(500 INTERNAL_SERVER_ERROR) | 500 | springErrorResolver
					io.github.faultbook.ApiException | ApiException(INTERNAL_SERVER_ERROR) | 500 | io.github.faultbook.ApiException
					org.springframework.web.HttpRequestMethodNotSupportedException | HttpRequestMethodNotSupportedException("") | 405 | springErrorResolver
					""")
	void whatAConstructorIsGivenIsShown(String type, String constructor, int status, String resolver) {
		JsonNode report = JSON.readTree(server.send("GET /actuator/faultbook/" + type).body());
		assertThat(report.get("constructor").asString()).isEqualTo(constructor);
		assertThat(report.get("status").asInt()).isEqualTo(status);
		assertThat(report.get("resolver").asString()).isEqualTo(resolver);
		assertThat(report.get("failures")).isEmpty();
	}

	@Test
	void resolverThatCannotWorkWithTheInstanceIsNamed() {
		JsonNode report = JSON
			.readTree(server.send("GET /actuator/faultbook/" + FussyException.class.getName()).body());
		assertThat(report.get("status").asInt()).isEqualTo(500);
		assertThat(report.get("constructor")).isNull();
		assertThat(report.get("resolver")).isNull();
		JsonNode failure = report.get("failures").get(0);
		assertThat(failure.get("resolver").asString()).isEqualTo("springErrorResolver");
		assertThat(failure.get("failure").asString()).startsWith("java.lang.NullPointerException");
	}

	@Test
	void trialIsNeitherLoggedNorCounted(CapturedOutput output) {
		MeterRegistry meters = server.application().getBean(MeterRegistry.class);
		assertThat(server.send("GET /actuator/faultbook/java.util.NoSuchElementException").status()).isEqualTo(200);
		assertThat(meters.find("faultbook.errors").tag("code", "internal_server_error").counter()).isNull();
		assertThat(output.getAll()).doesNotContain("NoSuchElementException");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					com.example.Nope | 404 | resource_not_found | There is no such class on the classpath. A nested class is written Outer$Nested.
					java.lang.String | 400 | invalid_request | The class is not an exception.
					org.springframework.beans.BeansException | 400 | invalid_request | The class has no instances. Name one that is not abstract.
					""")
	void classThatCannotBeTriedIsRefusedInTheFormat(String name, int status, String code, String message) {
		Wire.Answer answer = server.send("GET /actuator/faultbook/" + name);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.body()).isEqualTo("{\"error\":\"%s\",\"error_code\":\"%s\"}".formatted(message, code));
	}

	@ParameterizedTest
	@CsvSource({ "TOMCAT", "JETTY" })
	void portOfItsOwnHasTheEndpoint(Server.Container container) {
		try (Server own = new Server(container, "faultbook.format=details-map", "management.server.port=0",
				"management.endpoints.web.exposure.include=faultbook")) {
			int port = own.application()
				.getBean(Environment.class)
				.getRequiredProperty("local.management.port", Integer.class);
			String headers = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
			Wire.Answer answer = Wire.exchange(port, "GET /actuator/faultbook/java.lang.String" + headers);
			assertThat(answer.body())
				.isEqualTo("{\"error\":\"The class is not an exception.\",\"error_code\":\"invalid_request\"}");
			assertThat(Wire.exchange(port, "GET /actuator/faultbook" + headers).status()).isEqualTo(200);
		}
	}

	@Test
	void endpointIsNotExposedUnlessAskedFor() {
		try (Server other = new Server(Server.Container.TOMCAT)) {
			assertThat(other.send("GET /actuator/faultbook").status()).isEqualTo(404);
		}
	}

	private static void assertReport(String exceptionClass, String report) {
		Wire.Answer answer = server.send("GET /actuator/faultbook/" + exceptionClass);
		assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree(report));
		assertThat(answer.status()).isEqualTo(200);
	}

	static final class OrderNotFoundException extends ApiException {

		OrderNotFoundException(String customer, int order, List<String> items) {
			super(CommonError.RESOURCE_NOT_FOUND);
			message("Order " + order + " was not found.");
			customer.strip();
		}

		OrderNotFoundException(Order order) {
			this("", order.number(), List.of());
		}

		record Order(int number) {

		}

	}

	static final class FussyException extends ResponseStatusException {

		FussyException() {
			super(null, "nobody knows");
		}

	}

	static final class KnowingException extends Exception implements ApiFault {

		KnowingException() {
			throw new IllegalStateException("nobody calls this");
		}

		@Override
		public ErrorCode errorCode() {
			return CommonError.CONFLICT;
		}

	}

}
