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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server with a classpath of its own that answers the contract in one format.
 */
final class ContractServer implements AutoCloseable {

	private static final WireFormat FORMAT = new WireFormats(JsonMapper.shared(), null).preset("details-map");

	private final PartialClasspath classpath;

	private final Server server;

	private final Stream<ContractCase> cases;

	private ContractServer(PartialClasspath classpath, Server server, Stream<ContractCase> cases) {
		this.classpath = classpath;
		this.server = server;
		this.cases = cases;
	}

	static ContractServer servlet(Server.Container container, PartialClasspath classpath) {
		return new ContractServer(classpath, new Server(container, classpath, properties().toArray(String[]::new)),
				Stream.concat(ContractTests.contract().stream(), ContainerCases.of(container)));
	}

	static ContractServer reactive(Server.ReactiveContainer container, PartialClasspath classpath) {
		return new ContractServer(classpath, Server.reactive(container, ReactiveContractApplication.class, classpath,
				properties().toArray(String[]::new)), ReactiveCases.all(container));
	}

	static List<String> properties() {
		List<String> properties = new ArrayList<>(List.of(DatabaseCases.PROPERTIES));
		properties.add("faultbook.format=" + FORMAT.name());
		properties.add("faultbook.docs.enabled=true");
		return properties;
	}

	Server server() {
		return this.server;
	}

	/**
	 * Send the requests of the contract, those that the container refuses included.
	 * @return a test for each request
	 */
	Stream<DynamicTest> answersInTheFormat() {
		return this.cases.map((contractCase) -> DynamicTest.dynamicTest(contractCase.name(),
				() -> Expected.of(contractCase, FORMAT).check(this.server.exchange(contractCase.request()))));
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		this.classpath.close();
	}

}
