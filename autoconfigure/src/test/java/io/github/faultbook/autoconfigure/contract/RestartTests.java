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

import java.beans.Introspector;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application that is restarted with its changed classes in a new class
 * loader, as by the developer tools of Spring Boot.
 */
@Tag("slow")
class RestartTests {

	private static final String APPLICATION = """
			package shop;

			import io.github.faultbook.*;
			import org.springframework.web.bind.annotation.*;

			@org.springframework.boot.autoconfigure.SpringBootApplication
			@RestController
			public class ShopApplication {

				@GetMapping("/fault")
				String fault() {
					throw new ApiException(ShopError.valueOf("%s")).with("item", new Item("a"));
				}

				@GetMapping("/mapped")
				String mapped() throws MappedException {
					throw new MappedException();
				}

				@PostMapping("/body")
				String body(@jakarta.validation.Valid @RequestBody Item item) {
					return item.name();
				}

				public record Item(@jakarta.validation.constraints.NotBlank String name) {
				}

				public static class MappedException extends Exception {
				}

				enum ShopError implements ErrorCode {
					%1$s;

					@Override
					public ErrorDefinition definition() {
						return ErrorDefinition.of(409, "Not now.");
					}
				}
			}
			""";

	private static List<String> output;

	@BeforeAll
	static void restart(@TempDir Path directory) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java",
				// What only soft references hold is collected, too
				"-XX:SoftRefLRUPolicyMSPerMB=0", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
				System.getProperty("java.class.path"), Restarts.class.getName(),
				compile(directory.resolve("first"), "SHELF_EMPTY"), compile(directory.resolve("second"), "SHELF_FULL"))
			.redirectErrorStream(true)
			.start();
		String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(text).isZero();
		output = text.lines().filter((line) -> line.startsWith("> ")).toList();
	}

	private static String compile(Path directory, String code) throws IOException {
		Files.createDirectories(directory);
		Path source = Files.writeString(directory.resolve("ShopApplication.java"), APPLICATION.formatted(code));
		assertThat(ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-nowarn", "-parameters", "-classpath",
					System.getProperty("java.class.path"), "-d", directory.toString(), source.toString()))
			.isZero();
		return directory.toString();
	}

	@Test
	void changedCodesAndClassesAreFound() {
		assertThat(output).filteredOn((line) -> !line.contains("class loader"))
			.containsExactly(
					"> 409 {\"error\":\"Not now.\",\"error_code\":\"shelf_empty\",\"details\":{\"item\":[{\"name\":\"a\"}]}}",
					"> 410 resource_gone", "> 400 blank",
					"> 409 {\"error\":\"Not now.\",\"error_code\":\"shelf_full\",\"details\":{\"item\":[{\"name\":\"a\"}]}}",
					"> 410 resource_gone", "> 400 blank");
	}

	@Test
	void classLoaderOfTheStoppedApplicationIsCollected() {
		// The first one of a virtual machine stays without Faultbook, too
		assertThat(output).contains("> second class loader null");
	}

	/**
	 * Starts an application, sends requests, stops it and starts the next one.
	 */
	public static final class Restarts {

		private Restarts() {
		}

		public static void main(String[] directories) throws Exception {
			run(Path.of(directories[0]));
			WeakReference<ClassLoader> second = run(Path.of(directories[1]));
			System.out.println("> second class loader " + collected(second));
			System.exit(0);
		}

		private static WeakReference<ClassLoader> run(Path directory) throws IOException {
			try (URLClassLoader classes = new URLClassLoader(new URL[] { directory.toUri().toURL() },
					Restarts.class.getClassLoader())) {
				Class<?> application = ClassUtils.resolveClassName("shop.ShopApplication", classes);
				try (Server server = new Server(Server.Container.TOMCAT, application, classes,
						"faultbook.format=details-map", "faultbook.validation.codes.NotBlank=blank",
						"faultbook.mappings.[shop.ShopApplication$MappedException]=resource_gone",
						"spring.autoconfigure.exclude=" + excluded())) {
					Wire.Answer fault = server.send("GET /fault");
					System.out.println("> " + fault.status() + " " + fault.body());
					Wire.Answer mapped = server.send("GET /mapped");
					System.out.println("> " + mapped.status()
							+ (mapped.body().contains("resource_gone") ? " resource_gone" : mapped.body()));
					Wire.Answer invalid = server
						.exchange("POST /body HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
								+ "Content-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"name\":\"\"}");
					System.out.println(
							"> " + invalid.status() + (invalid.body().contains("blank") ? " blank" : invalid.body()));
				}
				return new WeakReference<>(classes);
			}
		}

		private static String excluded() {
			String security = "org.springframework.boot.security.autoconfigure.";
			return String.join(",", Server.Container.TOMCAT.excluded(),
					security + "web.servlet.ServletWebSecurityAutoConfiguration",
					security + "web.servlet.SecurityFilterAutoConfiguration",
					security + "actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
					"org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration");
		}

		private static ClassLoader collected(WeakReference<ClassLoader> loader) {
			Introspector.flushCaches();
			for (int i = 0; i < 50 && loader.get() != null; i++) {
				System.gc();
			}
			return loader.get();
		}

	}

}
