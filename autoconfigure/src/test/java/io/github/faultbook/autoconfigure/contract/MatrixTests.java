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
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.SpringBootVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the contract with the versions of Spring Boot and Java that the module
 * {@code matrix} selects.
 */
@Tag("matrix")
@ParameterizedClass(name = "{0} without {1}")
@MethodSource("applications")
class MatrixTests {

	private static ContractServer server;

	private final Set<PartialClasspath.Part> missing;

	MatrixTests(Enum<?> container, Set<PartialClasspath.Part> missing) {
		this.missing = missing;
	}

	static Stream<Arguments> applications() {
		Set<PartialClasspath.Part> nothing = EnumSet.noneOf(PartialClasspath.Part.class);
		Set<PartialClasspath.Part> springdoc = EnumSet.of(PartialClasspath.Part.SPRINGDOC);
		return Stream.concat(
				Stream.of(Server.Container.values())
					.flatMap((container) -> Stream.of(nothing, springdoc)
						.map((missing) -> Arguments.of(container, missing))),
				Stream.of(Arguments.of(Server.ReactiveContainer.NETTY, nothing)));
	}

	@BeforeParameterizedClassInvocation
	static void start(Enum<?> container, Set<PartialClasspath.Part> missing) {
		PartialClasspath classpath = PartialClasspath.without(missing);
		server = (container instanceof Server.Container servlet) ? ContractServer.servlet(servlet, classpath)
				: ContractServer.reactive((Server.ReactiveContainer) container, classpath);
	}

	@AfterParameterizedClassInvocation
	static void stop() throws IOException {
		server.close();
	}

	@Test
	void runsWithTheSelectedVersions() {
		assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("matrix.spring-boot"));
		assertThat(System.getProperty("java.home") + "/bin/java").isEqualTo(System.getProperty("matrix.java"));
	}

	@TestFactory
	Stream<DynamicTest> answersInTheFormat() {
		return server.answersInTheFormat();
	}

	@Test
	void describesItselfWithSpringdoc() throws IOException, InterruptedException {
		// The first description takes as long as it takes
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.server().port() + "/v3/api-docs"))
				.build(), HttpResponse.BodyHandlers.ofString());
		if (this.missing.contains(PartialClasspath.Part.SPRINGDOC)) {
			assertThat(answer.statusCode()).isEqualTo(404);
		}
		else {
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).contains("DetailsMapError", "internal_server_error", "validation_error");
		}
	}

}
