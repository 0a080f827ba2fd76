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

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/**
 * The {@link ContractApplication} on a real port.
 */
final class Server implements AutoCloseable {

	private final ServletWebServerApplicationContext application;

	Server(Container container, String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.addAll(List.of("server.port=0", "logging.level.root=off", "spring.main.banner-mode=off",
				"spring.jmx.enabled=false", "spring.autoconfigure.exclude=" + container.excluded()));
		this.application = (ServletWebServerApplicationContext) new SpringApplicationBuilder(ContractApplication.class)
			.properties(all.toArray(String[]::new))
			.run();
	}

	Wire.Answer exchange(String request) {
		return Wire.exchange(this.application.getWebServer().getPort(), request);
	}

	/**
	 * Send a request without a body.
	 * @param requestLine method and target
	 * @param headers complete lines
	 * @return the answer
	 */
	Wire.Answer send(String requestLine, String... headers) {
		StringBuilder request = new StringBuilder(requestLine + " HTTP/1.1\r\nHost: localhost\r\n");
		for (String header : headers) {
			request.append(header).append("\r\n");
		}
		return exchange(request.append("Connection: close\r\n\r\n").toString());
	}

	ApplicationContext application() {
		return this.application;
	}

	@Override
	public void close() {
		this.application.close();
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
	}

	/**
	 * The servers an application can run in.
	 */
	enum Container {

		TOMCAT("jetty", "Jetty"),

		JETTY("tomcat", "Tomcat");

		private final String excluded;

		Container(String otherPackage, String other) {
			String prefix = "org.springframework.boot." + otherPackage + ".autoconfigure.";
			this.excluded = prefix + "servlet." + other + "ServletWebServerAutoConfiguration," + prefix
					+ "actuate.web.server." + other + "ServletManagementContextAutoConfiguration";
		}

		String excluded() {
			return this.excluded;
		}

	}

}
