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

package io.github.faultbook.benchmarks.server;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A way to handle errors.
 */
enum Contender {

	/**
	 * A handler that writes constant bytes, which is the lower limit of the cost.
	 */
	LIMIT("LimitContender"),

	/**
	 * An advice that writes constant bytes for an exception without a stack trace, which
	 * is the lower limit for an advice.
	 */
	ADVICE_LIMIT("AdviceLimitContender"),

	/**
	 * Faultbook, in the format that groups violations by field.
	 */
	FAULTBOOK_DETAILS_MAP("FaultbookContender", "faultbook.format=details-map"),

	/**
	 * Faultbook, in the format of RFC 9457.
	 */
	FAULTBOOK_PROBLEM_DETAILS("FaultbookContender", "faultbook.format=problem-details"),

	/**
	 * Spring Boot's own problem details.
	 */
	BOOT_PROBLEM_DETAILS("BootContender", "spring.mvc.problemdetails.enabled=true"),

	/**
	 * The starter of Wim Deblauwe.
	 */
	WIMDEBLAUWE("WimdeblauweContender"),

	/**
	 * An advice written for the application.
	 */
	HAND_WRITTEN("HandWrittenContender"),

	/**
	 * A reactive handler that writes constant bytes.
	 */
	REACTIVE_LIMIT(Stack.REACTIVE, "ReactiveLimitContender"),

	/**
	 * Faultbook with WebFlux, in the format that groups violations by field.
	 */
	REACTIVE_FAULTBOOK_DETAILS_MAP(Stack.REACTIVE, "FaultbookContender", "faultbook.format=details-map"),

	/**
	 * Faultbook with WebFlux, in the format of RFC 9457.
	 */
	REACTIVE_FAULTBOOK_PROBLEM_DETAILS(Stack.REACTIVE, "FaultbookContender", "faultbook.format=problem-details"),

	/**
	 * Spring Boot's own problem details with WebFlux.
	 */
	REACTIVE_BOOT_PROBLEM_DETAILS(Stack.REACTIVE, "BootContender", "spring.webflux.problemdetails.enabled=true");

	private final Stack stack;

	private final String configuration;

	private final List<String> properties;

	Contender(String configuration, String... properties) {
		this(Stack.SERVLET, configuration, properties);
	}

	Contender(Stack stack, String configuration, String... properties) {
		this.stack = stack;
		this.configuration = configuration;
		this.properties = List.of(properties);
	}

	/**
	 * Return the contenders of a stack.
	 * @param stack the stack
	 * @return the contenders, the limit first
	 */
	static List<Contender> of(Stack stack) {
		return Stream.of(values()).filter((contender) -> contender.stack == stack).toList();
	}

	/**
	 * Return the name of the class with the beans of this contender, which cannot be
	 * loaded from the class path of other contenders.
	 * @return the name of the class
	 */
	String configuration() {
		return getClass().getPackageName() + "." + this.configuration;
	}

	List<String> properties() {
		return this.properties;
	}

	String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/**
	 * Return the request for this contender.
	 * @param sent the request for the other contenders
	 * @return the same request, or the request whose limit applies to it
	 */
	Case request(Case sent) {
		return (this == LIMIT || this == REACTIVE_LIMIT) ? sent.limit() : sent;
	}

	/**
	 * Return a class path that contains this contender but no other ones.
	 * @param extras the directory of the jars that are on no other class path
	 * @return the class path
	 */
	String classPath(Path extras) {
		List<String> entries = new ArrayList<>(
				List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
		entries.removeIf((entry) -> this.stack.excludes(Path.of(entry)));
		if (!this.configuration.startsWith("Faultbook")) {
			entries.removeIf((entry) -> isFaultbook(Path.of(entry)));
		}
		if (this == WIMDEBLAUWE) {
			entries.add(extras.resolve("error-handling-spring-boot-starter.jar").toString());
		}
		return String.join(File.pathSeparator, entries);
	}

	private static boolean isFaultbook(Path entry) {
		String path = entry.toString().replace('\\', '/');
		return path.contains("faultbook-core") || path.contains("faultbook-spring-boot")
				|| path.matches(".*/(core|autoconfigure|starter)/target/.*");
	}

}
