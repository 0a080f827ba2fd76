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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that an application with Faultbook responds as it does without: the same status,
 * headers and connection, whatever it does with its responses. What differs on purpose is
 * listed in {@link ResponseDifference}.
 */
@ParameterizedClass
@EnumSource(Server.Container.class)
class ResponseDifferenceTests {

	private static final Path PAGE = Path.of("../docs/what-changes.md");

	private static Map<String, Pair> observed = Map.of();

	private final Server.Container container;

	ResponseDifferenceTests(Server.Container container) {
		this.container = container;
	}

	@BeforeParameterizedClassInvocation
	static void observe(Server.Container container) throws Exception {
		ExecutorService clients = Executors.newFixedThreadPool(12);
		try (Server plain = start(container, Server.withoutFaultbook());
				Server with = start(container, "faultbook.format=details-map")) {
			for (String target : List.of("/controller/send-error", "/filter/throw", "/controller/async-send-error")) {
				plain.send("GET " + target);
				with.send("GET " + target);
			}
			List<Callable<Pair>> requests = new ArrayList<>();
			for (String method : List.of("GET ", "HEAD ")) {
				targets().forEach((target) -> requests.add(() -> new Pair(method + target, target,
						Observation.of(plain.port(), method + target), Observation.of(with.port(), method + target))));
			}
			Map<String, Pair> pairs = new LinkedHashMap<>();
			for (var pair : clients.invokeAll(requests)) {
				pairs.put(pair.get().request(), pair.get());
			}
			observed = pairs;
		}
		finally {
			clients.shutdownNow();
		}
	}

	private static Server start(Server.Container container, String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.addAll(List.of("server.shutdown=immediate", "server.tomcat.threads.max=60"));
		return new Server(container, ResponseApplication.class, Server.class.getClassLoader(),
				all.toArray(String[]::new));
	}

	static Stream<String> targets() {
		return Stream.of("/controller/", "/filter/")
			.flatMap((where) -> ResponseCase.all().stream().map((responseCase) -> where + responseCase.name()));
	}

	static Stream<String> requests() {
		return Stream.of("GET ", "HEAD ").flatMap((method) -> targets().map((target) -> method + target));
	}

	@ParameterizedTest
	@MethodSource("requests")
	void differsOnlyOnPurpose(String request) {
		Pair pair = observed.get(request);
		if (ResponseDifference.RESPONSES.stream().noneMatch((known) -> known.covers(this.container, pair.target()))) {
			assertThat(pair.with().visible()).isEqualTo(pair.plain().visible());
		}
	}

	@ParameterizedTest
	@MethodSource("requests")
	void answersErrorsInTheFormat(String request) {
		Observation answer = observed.get(request).with();
		assertThat(answer.connection()).isNotIn(Observation.Connection.SILENT, Observation.Connection.UNFINISHED);
		assertThat(answer.body()).doesNotContain("secret", "timestamp", "<html");
		if (answer.status() >= 400 && request.startsWith("GET ")
				&& !request.matches(".*/(status-and-.*|async-status)")) {
			assertThat(answer.body()).contains("\"error_code\":");
		}
	}

	@Test
	void everyDifferenceIsOne() {
		for (ResponseDifference known : ResponseDifference.RESPONSES) {
			if (known.container() == null || known.container() == this.container) {
				assertThat(observed.values()).as(known.what())
					.anyMatch((pair) -> known.covers(this.container, pair.target())
							&& !pair.with().visible().equals(pair.plain().visible()));
			}
		}
	}

	@Test
	void everyDifferenceIsDocumented() throws IOException {
		assertThat(Files.readString(PAGE)).contains(Stream.of(ResponseDifference.RESPONSES, ResponseDifference.REQUESTS)
			.flatMap(List::stream)
			.map(ResponseDifference::row)
			.toList());
	}

	/**
	 * The observations of one request.
	 *
	 * @param request method and target
	 * @param target the target
	 * @param plain without Faultbook
	 * @param with with Faultbook
	 */
	private record Pair(String request, String target, Observation plain, Observation with) {

	}

}
