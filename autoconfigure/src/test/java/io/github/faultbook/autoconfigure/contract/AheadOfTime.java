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
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes an application ahead of time, as the Maven plugin of Spring Boot does.
 */
final class AheadOfTime {

	private AheadOfTime() {
	}

	/**
	 * Process an application and compile what is generated.
	 * @param application the class with the main method
	 * @param directory where to write the files
	 * @param properties the configuration
	 * @return a classpath with the generated files, ready to run a server
	 * @throws IOException if a file cannot be written
	 */
	static PartialClasspath process(Class<?> application, Path directory, String... properties) throws IOException {
		Path sources = Files.createDirectory(directory.resolve("sources"));
		Path resources = Files.createDirectory(directory.resolve("resources"));
		Path classes = Files.createDirectory(directory.resolve("classes"));
		List<String> arguments = new ArrayList<>(
				List.of(application.getName(), sources.toString(), resources.toString(), classes.toString(),
						"com.example", "application", "--logging.level.root=off", "--spring.main.banner-mode=off"));
		Arrays.stream(properties).map((property) -> "--" + property).forEach(arguments::add);
		// Proxies that this class loader has already defined would not be written
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		try (PartialClasspath classpath = PartialClasspath.without(Set.of())) {
			thread.setContextClassLoader(classpath);
			ReflectionTestUtils.invokeMethod(
					ClassUtils.resolveClassName(SpringApplicationAotProcessor.class.getName(), classpath), "main",
					(Object) arguments.toArray(String[]::new));
		}
		finally {
			thread.setContextClassLoader(before);
		}
		compile(sources, classes);
		return PartialClasspath.generated(classes, resources);
	}

	private static void compile(Path sources, Path classes) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter errors = new StringWriter();
		List<String> options = List.of("-proc:none", "-nowarn", "-parameters", "-d", classes.toString(), "-classpath",
				classes + System.getProperty("path.separator") + System.getProperty("java.class.path"));
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Stream<Path> paths = Files.walk(sources)) {
			List<Path> units = paths.filter((path) -> path.toString().endsWith(".java")).toList();
			boolean compiled = compiler
				.getTask(errors, files, null, options, null, files.getJavaFileObjectsFromPaths(units))
				.call();
			assertThat(compiled).as(errors.toString()).isTrue();
		}
	}

}
