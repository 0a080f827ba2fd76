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

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The web stack of a server.
 */
enum Stack {

	/**
	 * Spring MVC on Tomcat.
	 */
	SERVLET("spring(-boot)?-(starter-)?webflux|reactor-core|spring-boot-reactor|"
			+ "(spring-boot-(starter-)?)?(reactor-)?netty"),

	/**
	 * WebFlux on Netty.
	 */
	REACTIVE("spring(-boot)?-(starter-)?webmvc|spring-boot-(starter-)?(tomcat|servlet)|"
			+ "tomcat-embed-(core|websocket)");

	private final Pattern other;

	Stack(String other) {
		this.other = Pattern.compile("(" + other + ")\\b.*\\.jar");
	}

	/**
	 * Return whether a part of the class path belongs to another stack. Spring Boot would
	 * configure that stack otherwise, too, or instead.
	 * @param entry the file
	 * @return whether servers of this stack run without it
	 */
	boolean excludes(Path entry) {
		return this.other.matcher(entry.getFileName().toString()).matches();
	}

}
