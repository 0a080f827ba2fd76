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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for clients that are generated from the description, which must compile and read
 * all members of an error.
 */
@Tag("slow")
@ParameterizedClass
@CsvSource({ "openapi_3_1, per-code", "openapi_3_0, per-code", "openapi_3_1, per-format", "openapi_3_0, per-format" })
class GeneratedClientTests {

	@TempDir
	static Path directory;

	private static OrderServer server;

	private static GeneratedClient client;

	@Parameter(0)
	private String version;

	@Parameter(1)
	private String schemas;

	@BeforeParameterizedClassInvocation
	static void start(String version, String schemas) throws IOException, InterruptedException {
		server = new OrderServer(FormatController.class, "springdoc.api-docs.version=" + version,
				"faultbook.openapi.schemas=" + schemas);
		client = GeneratedClient.of(server.description(),
				Files.createDirectory(directory.resolve(version + "-" + schemas)));
	}

	@AfterParameterizedClassInvocation
	static void stop() throws IOException {
		client.close();
		server.close();
	}

	static List<String> formats() {
		return WireFormats.presets();
	}

	@ParameterizedTest
	@MethodSource("formats")
	void readsErrorsWithFacts(String format) throws IOException {
		readsAll(format, """
				{"buyer_email":"ada@example.org","items":[]}""", 404);
	}

	@ParameterizedTest
	@MethodSource("formats")
	void readsViolations(String format) throws IOException {
		readsAll(format, """
				{"buyer_email":"ada","items":[{"sku":"A1","qty":0}]}""", validationStatus(format));
	}

	@ParameterizedTest
	@MethodSource("formats")
	void readsOneOfSeveralCodes(String format) throws IOException {
		readsAll(format, "{", 400);
	}

	@Test
	void factsHaveTheirTypes() throws ReflectiveOperationException {
		assumeThat(this.schemas).isEqualTo("per-code");
		Class<?> error = client.response("/problem-details/orders/{id}", "post", 404);
		assertThat(error.getMethod("getOrderId").getReturnType()).isEqualTo(String.class);
		Class<?> code = error.getMethod("getCode").getReturnType();
		assertThat(code.getEnumConstants()).extracting(Object::toString).containsExactly("order_not_found");
	}

	@Test
	void anotherErrorOfTheStatusIsNotTakenForThisOne() {
		assumeThat(this.schemas).isEqualTo("per-code");
		Class<?> errors = client.response("/details-map/orders/{id}", "post", 400);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.mapper().readValue("""
				{"error":"Late","error_code":"conflict"}""", errors));
	}

	private static void readsAll(String format, String body, int status) throws IOException {
		HttpResponse<String> answer = server.send(server.request("/" + format + "/orders/7")
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body)));
		assertThat(answer.statusCode()).isEqualTo(status);
		ObjectMapper mapper = client.mapper();
		Object read = mapper.readValue(answer.body(), client.response("/" + format + "/orders/{id}", "post", status));
		assertThat(mapper.readTree(mapper.writeValueAsString(read))).isEqualTo(mapper.readTree(answer.body()));
	}

	private static int validationStatus(String format) {
		return new WireFormats(JsonMapper.shared(), null).preset(format).validationStatus();
	}

}
