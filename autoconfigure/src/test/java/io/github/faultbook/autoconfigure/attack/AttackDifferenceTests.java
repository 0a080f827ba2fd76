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

package io.github.faultbook.autoconfigure.attack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.faultbook.autoconfigure.contract.ContractCases;
import io.github.faultbook.autoconfigure.contract.Observation;
import io.github.faultbook.autoconfigure.contract.ResponseDifference;
import io.github.faultbook.autoconfigure.contract.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the attacked application responds with Faultbook as it does without: to all
 * requests of the contract and of the corpus. What differs on purpose is listed in
 * {@link ResponseDifference}.
 */
@ParameterizedClass
@EnumSource(Server.Container.class)
@Tag("slow")
class AttackDifferenceTests {

	private static final int CLIENTS = 4;

	/**
	 * Requests that keep a thread of the server busy for ever, get no answer, take the
	 * servlet out of service or fail in one container only without Faultbook.
	 */
	private static final Set<String> WITH_FAULTBOOK_ONLY = Set.of("ring of causes in a filter",
			"An asynchronous sendError that is completed", "A stream taken before an asynchronous sendError",
			"`UnavailableException`", "permanent `UnavailableException`", "`UnavailableException` of a filter",
			"`UnavailableException` of a filter for an unknown time",
			"`MethodArgumentNotValidException` without a parameter");

	private static final String AT_ONCE = "server.shutdown=immediate";

	private static List<Pair> observed = List.of();

	private final Server.Container container;

	AttackDifferenceTests(Server.Container container) {
		this.container = container;
	}

	@BeforeParameterizedClassInvocation
	static void observe(Server.Container container) throws Exception {
		ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
		try (Server plain = Target.start(container, Server.withoutFaultbook(), AT_ONCE);
				Server with = Target.start(container, AT_ONCE)) {
			Map<String, String> requests = requests(container);
			List<Callable<Pair>> tasks = new ArrayList<>();
			requests.forEach((name, request) -> tasks.add(() -> new Pair(name,
					WITH_FAULTBOOK_ONLY.contains(name) ? "" : observe(plain, request), observe(with, request))));
			// The first requests take too long: a password of nobody is compared, too
			observe(plain, requests.get("unknown user"));
			observe(with, requests.get("unknown user"));
			List<Pair> pairs = new ArrayList<>();
			for (var pair : clients.invokeAll(tasks)) {
				pairs.add(pair.get());
			}
			observed = pairs;
		}
		finally {
			clients.shutdownNow();
		}
	}

	private static Map<String, String> requests(Server.Container container) throws IOException {
		Map<String, String> requests = new LinkedHashMap<>();
		ContractCases.all(container).forEach((known) -> requests.put(known.name(), known.request()));
		AttackTests.corpus()
			.stream()
			.map(AttackTests::attack)
			.forEach((attack) -> requests.put(attack.kind(), attack.request()));
		return requests;
	}

	private static String observe(Server server, String request) {
		return Observation.of(server.port(), request.replaceFirst("Connection: close\r\n", ""), "/document").visible();
	}

	@Test
	void applicationDiffersOnlyOnPurpose() {
		assertThat(observed).hasSizeGreaterThan(150);
		assertThat(observed.stream()
			.filter((pair) -> !pair.with().equals(pair.plain()))
			.filter((pair) -> ResponseDifference.REQUESTS.stream()
				.noneMatch((known) -> known.covers(this.container, pair.name()))))
			.isEmpty();
	}

	@Test
	void everyRequestHasAnAnswer() {
		assertThat(observed).filteredOn((pair) -> WITH_FAULTBOOK_ONLY.contains(pair.name()))
			.hasSize(WITH_FAULTBOOK_ONLY.size())
			.allSatisfy((pair) -> assertThat(pair.with()).matches("\\[[45]\\d\\d] .*"));
	}

	@ParameterizedTest
	@FieldSource("io.github.faultbook.autoconfigure.contract.ResponseDifference#REQUESTS")
	void everyDifferenceIsOne(ResponseDifference known) {
		assertThat(observed)
			.anyMatch((pair) -> known.covers(this.container, pair.name()) && !pair.with().equals(pair.plain()));
	}

	/**
	 * The observations of one request.
	 *
	 * @param name the name of the request
	 * @param plain without Faultbook
	 * @param with with Faultbook
	 */
	private record Pair(String name, String plain, String with) {

	}

}
