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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for applications that have not everything on their classpath that the tests have.
 */
@Tag("slow")
@ParameterizedClass(name = "{0} without {1}")
@MethodSource("classpaths")
class OptionalPartsTests {

	private static final WireFormat FORMAT = new WireFormats(JsonMapper.shared(), null).preset("details-map");

	private static final String NETTY = "NETTY";

	private static PartialClasspath classpath;

	private static Server server;

	private final Set<PartialClasspath.Part> missing;

	private final boolean reactive;

	OptionalPartsTests(String container, Set<PartialClasspath.Part> missing) {
		this.missing = missing;
		this.reactive = container.equals(NETTY);
	}

	static Stream<Arguments> classpaths() {
		Set<PartialClasspath.Part> ofServlets = EnumSet.complementOf(EnumSet.of(PartialClasspath.Part.SERVLET));
		Set<PartialClasspath.Part> ofWebFlux = EnumSet.complementOf(EnumSet.of(PartialClasspath.Part.REACTIVE));
		return Stream
			.of(withoutEach("TOMCAT", ofServlets), Stream.of(Arguments.of("JETTY", ofServlets)),
					withoutEach(NETTY, ofWebFlux))
			.flatMap(Function.identity());
	}

	private static Stream<Arguments> withoutEach(String container, Set<PartialClasspath.Part> parts) {
		return Stream.concat(parts.stream().map((part) -> Arguments.of(container, EnumSet.of(part))),
				Stream.of(Arguments.of(container, parts)));
	}

	@BeforeParameterizedClassInvocation
	static void start(String container, Set<PartialClasspath.Part> missing) {
		classpath = PartialClasspath.without(missing);
		server = container.equals(NETTY)
				? Server.reactive(ReactiveContractApplication.class, classpath, "faultbook.format=details-map")
				: new Server(Server.Container.valueOf(container), classpath, "faultbook.format=details-map");
	}

	@AfterParameterizedClassInvocation
	static void stop() throws IOException {
		server.close();
		classpath.close();
	}

	@ParameterizedTest
	@EnumSource
	void hasWhatIsNotMissing(PartialClasspath.Part part) throws ClassNotFoundException {
		if (this.missing.contains(part)) {
			assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> classpath.loadClass(part.type()));
		}
		else {
			assertThat(classpath.loadClass(part.type())).isNotNull();
		}
	}

	@TestFactory
	Stream<DynamicTest> answersInTheFormat() {
		boolean secured = !this.missing.contains(PartialClasspath.Part.SECURITY);
		List<ContractCase> cases = ContractCases.all()
			.map((contractCase) -> secured ? contractCase : contractCase.withoutSecurityHeaders())
			.toList();
		return (this.reactive ? ReactiveCases.of(Server.ReactiveContainer.NETTY, cases) : cases.stream())
			.map((contractCase) -> DynamicTest.dynamicTest(contractCase.name(),
					() -> Expected.of(contractCase, FORMAT).check(server.exchange(contractCase.request()))));
	}

	@Test
	void describesItselfWithWhatIsNotMissing() throws IOException, InterruptedException {
		HttpResponse<String> answer = get("/v3/api-docs");
		if (this.missing.contains(PartialClasspath.Part.SPRINGDOC)) {
			assertThat(answer.statusCode()).isEqualTo(404);
			return;
		}
		if (this.missing.contains(PartialClasspath.Part.VALIDATOR)) {
			// springdoc itself needs the API of the validator
			assertThat(answer.statusCode()).isEqualTo(500);
			return;
		}
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("DetailsMapError", "internal_server_error", "validation_error");
		assertThat(codes(answer.body(), "/basic/admin", "get"))
			.isEqualTo(secured("authentication_required", "permission_denied"));
		assertThat(codes(answer.body(), "/bearer/hello", "get"))
			.isEqualTo(secured("authentication_required", "invalid_token"));
		assertThat(codes(answer.body(), "/csrf/hello", "post"))
			.isEqualTo(secured("authentication_required", "permission_denied"));
	}

	private List<String> secured(String... codes) {
		return this.missing.contains(PartialClasspath.Part.SECURITY) ? List.of() : List.of(codes);
	}

	private static List<String> codes(String description, String path, String method) {
		JsonNode responses = JsonMapper.shared()
			.readTree(description)
			.path("paths")
			.path(path)
			.path(method)
			.path("responses");
		return Stream.of("401", "403")
			.flatMap((status) -> responses.path(status).path("content").valueStream())
			.flatMap((content) -> content.get("examples").propertyStream().map(Map.Entry::getKey))
			.toList();
	}

	// The first description takes as long as it takes
	private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path)).build(),
					BodyHandlers.ofString());
	}

}
