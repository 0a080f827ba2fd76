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

package io.github.faultbook.test;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that assertions are compiled and work without the Servlet API, WebFlux and the
 * server side of Faultbook.
 */
class OptionalClientsTests {

	private static final Pattern OPTIONAL = Pattern
		.compile("(servlet-api|tomcat|spring-webflux|spring-webmvc|reactor|reactive-streams|springdoc|"
				+ "faultbook-spring-boot-autoconfigure)[^/]*\\.jar$|/autoconfigure/target/classes$");

	private static final String CLASS_PATH = Arrays
		.stream(System.getProperty("java.class.path").split(File.pathSeparator))
		.filter((entry) -> !OPTIONAL.matcher(entry).find())
		.collect(Collectors.joining(File.pathSeparator));

	private static final String SOURCE = """
			import static io.github.faultbook.test.ErrorAssertions.assertThatError;
			public class Body {
				public static void verify() {
					assertThatError("{\\"error\\":\\"late\\",\\"message\\":\\"No\\"}").hasCode("late");
				}
			}""";

	@Test
	void bodyIsVerifiedWithoutOptionalClients(@TempDir Path classes) throws Exception {
		assertThat(compile(classes)).isTrue();
		try (URLClassLoader loader = new URLClassLoader(urls(classes), ClassLoader.getPlatformClassLoader())) {
			loader.loadClass("Body").getMethod("verify").invoke(null);
			assertThat(loader.loadClass("io.github.faultbook.test.ErrorAssertions").getMethods()).isNotEmpty();
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> loader.loadClass("jakarta.servlet.Servlet"));
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> loader.loadClass("org.springframework.web.reactive.function.client.WebClient"));
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> loader.loadClass("io.github.faultbook.autoconfigure.FaultbookAutoConfiguration"));
		}
		catch (InvocationTargetException ex) {
			throw new AssertionError(ex.getCause());
		}
	}

	private static boolean compile(Path classes) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		return compiler
			.getTask(null, null, null, List.of("-proc:none", "-classpath", CLASS_PATH, "-d", classes.toString()), null,
					List.of(new SimpleJavaFileObject(URI.create("string:///Body.java"), JavaFileObject.Kind.SOURCE) {
						@Override
						public CharSequence getCharContent(boolean ignoreEncodingErrors) {
							return SOURCE;
						}
					}))
			.call();
	}

	private static URL[] urls(Path classes) throws IOException {
		List<String> entries = new ArrayList<>(List.of(CLASS_PATH.split(File.pathSeparator)));
		entries.add(classes.toString());
		URL[] urls = new URL[entries.size()];
		for (int i = 0; i < urls.length; i++) {
			urls[i] = new File(entries.get(i)).toURI().toURL();
		}
		return urls;
	}

}
