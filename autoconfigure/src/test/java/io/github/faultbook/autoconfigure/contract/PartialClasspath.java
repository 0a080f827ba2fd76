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

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;

import org.springframework.aot.AotDetector;
import org.springframework.core.SpringProperties;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;

/**
 * The classpath of the tests without some of its jars. All other classes are loaded
 * again, as those of the test itself have seen everything.
 */
final class PartialClasspath extends URLClassLoader {

	private PartialClasspath(String name, Stream<Path> entries) {
		super(name, entries.map(PartialClasspath::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
	}

	/**
	 * Return the classpath, ready to run a server.
	 * @param missing what is left out
	 * @return the class loader
	 */
	static PartialClasspath without(Set<Part> missing) {
		return ready(new PartialClasspath("without " + missing, entriesWithout(missing)));
	}

	/**
	 * Return the classpath with more jars, ready to run a server.
	 * @param directory the directory of the jars
	 * @return the class loader
	 */
	static PartialClasspath with(Path directory) {
		List<Path> jars;
		try (Stream<Path> files = Files.list(directory)) {
			jars = files.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return ready(new PartialClasspath("with " + directory, Stream.concat(entriesWithout(Set.of()), jars.stream())));
	}

	/**
	 * Return the classpath with what was generated ahead of time, ready to run a server
	 * with it.
	 * @param directories the directories of the generated classes and resources
	 * @return the class loader
	 */
	static PartialClasspath generated(Path... directories) {
		PartialClasspath classpath = ready(
				new PartialClasspath("generated", Stream.concat(Stream.of(directories), entriesWithout(Set.of()))));
		ReflectionTestUtils.invokeMethod(ClassUtils.resolveClassName(SpringProperties.class.getName(), classpath),
				"setFlag", AotDetector.AOT_ENABLED);
		return classpath;
	}

	private static PartialClasspath ready(PartialClasspath classpath) {
		String factory = TomcatURLStreamHandlerFactory.class.getName();
		if (ClassUtils.isPresent(factory, classpath)) {
			// The JVM takes only one such factory, that of the first Tomcat
			ReflectionTestUtils.invokeMethod(ClassUtils.resolveClassName(factory, classpath), "disable");
		}
		return classpath;
	}

	private static Stream<Path> entriesWithout(Set<Part> missing) {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter((path) -> missing.stream().noneMatch((part) -> part.isIn(path.getFileName().toString())));
	}

	private static URL url(Path path) {
		try {
			return path.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A part of the classpath that an application can do without.
	 */
	enum Part {

		VALIDATOR("(jakarta\\.validation|hibernate-validator|spring-boot-(starter-)?validation).*",
				"jakarta.validation.Validation"),

		SECURITY("(spring-security|spring-boot-(starter-)?security|nimbus).*",
				"org.springframework.security.core.Authentication"),

		ACTUATOR("spring-boot-(starter-)?(actuator|health).*", "org.springframework.boot.actuate.endpoint.Access"),

		/**
		 * Without observations: Spring MVC itself needs those.
		 */
		MICROMETER("(micrometer-(core|tracing|jakarta9)|spring-boot-(starter-)?micrometer).*",
				"io.micrometer.core.instrument.Meter"),

		JACKSON("spring-boot-(starter-)?jackson.*", "org.springframework.boot.jackson.JacksonComponent"),

		SPRINGDOC("(springdoc|swagger).*", "org.springdoc.core.customizers.GlobalOpenApiCustomizer"),

		/**
		 * Servlets with their containers and Spring MVC.
		 */
		SERVLET("(jakarta\\.servlet|tomcat|jetty|spring-webmvc|spring-boot-(starter-)?(tomcat|jetty|servlet|webmvc)).*",
				"jakarta.servlet.Servlet"),

		/**
		 * WebFlux with Netty.
		 */
		REACTIVE("(reactor-netty|netty-codec-http|spring-webflux|spring-boot-(starter-)?(reactor-netty|webflux)).*",
				"org.springframework.web.reactive.DispatcherHandler");

		private final String jars;

		private final String type;

		Part(String jars, String type) {
			this.jars = jars;
			this.type = type;
		}

		boolean isIn(String jar) {
			return jar.matches(this.jars);
		}

		/**
		 * Return a class that is there only with this part.
		 * @return the name of the class
		 */
		String type() {
			return this.type;
		}

	}

}
