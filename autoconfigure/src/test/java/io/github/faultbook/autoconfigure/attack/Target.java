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

import java.util.ArrayList;
import java.util.List;

import io.github.faultbook.autoconfigure.contract.ReactiveContractApplication;
import io.github.faultbook.autoconfigure.contract.Server;
import io.github.faultbook.format.WireFormats;

/**
 * Starts the application that is attacked, in this or in another virtual machine.
 */
public final class Target {

	static final String PORT = "port=";

	static final String NETTY = "NETTY";

	private Target() {
	}

	/**
	 * Start the application in a virtual machine of its own.
	 * @param arguments the container, which is {@value #NETTY} for the reactive
	 * application, and the properties
	 */
	public static void main(String[] arguments) {
		String[] properties = List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
		Server server = arguments[0].equals(NETTY) ? startReactive(properties)
				: start(Server.Container.valueOf(arguments[0]), properties);
		System.out.println(PORT + server.port());
	}

	static Server start(Server.Container container, String... more) {
		List<String> properties = new ArrayList<>(
				List.of("spring.main.sources=" + AttackController.class.getName() + "," + AttackFilters.class.getName(),
						"faultbook.format=" + Oracle.FORMAT, "faultbook.problem-details-on-request=false",
						"faultbook.docs.enabled=true", "spring.messages.basename=languages/messages",
						"spring.jackson.deserialization.fail-on-unknown-properties=true", "management.server.port=0",
						"server.http2.enabled=true",
						// Tomcat caches missing files for some seconds
						"server.tomcat.resource.allow-caching=false"));
		properties.addAll(formatRules());
		properties.addAll(List.of(more));
		return new Server(container, properties.toArray(String[]::new));
	}

	/**
	 * Start the reactive application of the contract.
	 * @param more more properties
	 * @return the server
	 */
	static Server startReactive(String... more) {
		List<String> properties = new ArrayList<>(List.of("faultbook.format=" + Oracle.FORMAT,
				"faultbook.problem-details-on-request=false", "spring.messages.basename=languages/messages"));
		properties.addAll(formatRules());
		properties.addAll(List.of(more));
		return Server.reactive(ReactiveContractApplication.class, properties.toArray(String[]::new));
	}

	private static List<String> formatRules() {
		List<String> properties = new ArrayList<>();
		for (int i = 0; i < WireFormats.presets().size(); i++) {
			properties.add("faultbook.format-rules[%d].header=X-Format: %s".formatted(i, WireFormats.presets().get(i)));
			properties.add("faultbook.format-rules[%d].format=%s".formatted(i, WireFormats.presets().get(i)));
		}
		return properties;
	}

}
