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

package io.github.faultbook.sample;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.test.CatalogSnapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for a new entry in an enum, which needs no other edit: the entry is compiled, and
 * the application is started with it.
 */
class NewEntryTests {

	private static final String ENTRY = """
			package io.github.faultbook.sample.refund;

			import io.github.faultbook.ApiException;
			import io.github.faultbook.ErrorCode;
			import io.github.faultbook.ErrorCodes;
			import io.github.faultbook.ErrorDefinition;
			import org.springframework.web.bind.annotation.PostMapping;
			import org.springframework.web.bind.annotation.RestController;

			enum RefundError implements ErrorCode {

				REFUND_EXPIRED(ErrorDefinition.of(409, "The refund is too late.")
					.cause("More than 90 days have passed.")
					.solution("Create a credit note."));

				private final ErrorDefinition definition;

				RefundError(ErrorDefinition definition) {
					this.definition = definition;
				}

				@Override
				public ErrorDefinition definition() {
					return this.definition;
				}

			}

			@RestController
			class RefundController {

				@PostMapping("/refunds")
				@ErrorCodes("refund_expired")
				String refund() {
					throw new ApiException(RefundError.REFUND_EXPIRED);
				}

			}
			""";

	private static final HttpClient client = HttpClient.newHttpClient();

	@TempDir
	private static Path directory;

	private static URLClassLoader classes;

	private static ConfigurableApplicationContext application;

	@BeforeAll
	static void start() throws IOException {
		compile(Files.writeString(directory.resolve("RefundError.java"), ENTRY), directory);
		classes = new URLClassLoader(new URL[] { directory.toUri().toURL() }, NewEntryTests.class.getClassLoader());
		ClassLoader before = ClassUtils.overrideThreadContextClassLoader(classes);
		try {
			application = new SpringApplication(new DefaultResourceLoader(classes), SampleApplication.class,
					ClassUtils.resolveClassName("io.github.faultbook.sample.refund.RefundController", classes))
				.run("--server.port=0", "--logging.level.root=off", "--spring.main.banner-mode=off");
		}
		finally {
			ClassUtils.overrideThreadContextClassLoader(before);
		}
	}

	@AfterAll
	static void stop() throws IOException {
		application.close();
		classes.close();
	}

	private static void compile(Path source, Path output) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			assertThat(compiler
				.getTask(null, files, null, List.of("-proc:none", "-d", output.toString()), null,
						files.getJavaFileObjects(source))
				.call()).isTrue();
		}
	}

	@Test
	void isInTheHtml() throws IOException, InterruptedException {
		assertThat(get("/errors", "text/html")).contains("<code>refund_expired</code>");
		assertThat(get("/errors/refund_expired", "text/html")).contains("<h1>Refund expired</h1>",
				"<dd>More than 90 days have passed.</dd>", "<dd>Create a credit note.</dd>");
	}

	@Test
	void isInTheMarkdown() throws IOException, InterruptedException {
		assertThat(get("/errors.md", "*/*")).contains("refund_expired");
		assertThat(get("/errors/refund_expired.md", "*/*")).startsWith("""
				# Refund expired

				`refund_expired` · 409 Conflict

				The refund is too late.

				- **Cause**: More than 90 days have passed.
				- **Solution**: Create a credit note.
				""");
	}

	@Test
	void isInTheJson() throws IOException, InterruptedException {
		assertThat(entry("/errors.json")).containsEntry("code", "refund_expired");
		assertThat(JsonMapper.shared().readTree(get("/errors/refund_expired.json", "*/*")).get("solution").asString())
			.isEqualTo("Create a credit note.");
	}

	@Test
	void isInTheActuator() throws IOException, InterruptedException {
		assertThat(entry("/actuator/faultbook")).containsEntry("cause", "More than 90 days have passed.")
			.containsEntry("solution", "Create a credit note.");
	}

	@Test
	void isInTheOpenApiDescription() throws IOException, InterruptedException {
		JsonNode description = JsonMapper.shared().readTree(get("/v3/api-docs", "*/*"));
		JsonNode expected = JsonMapper.shared()
			.readTree("{\"error\":\"The refund is too late.\",\"error_code\":\"refund_expired\"}");
		assertThat(description.at("/components/schemas/DetailsMapError.refund_expired/properties/error_code/const")
			.asString()).isEqualTo("refund_expired");
		assertThat(description
			.at("/paths/~1refunds/post/responses/409/content/application~1json/examples/refund_expired/value"))
			.isEqualTo(expected);
	}

	@Test
	void failsTheGateUntilItIsAccepted() throws IOException {
		ErrorCatalog catalog = application.getBean(ErrorCatalog.class);
		Path snapshot = Files.copy(Path.of("src/test/resources/error-catalog.json"),
				directory.resolve("error-catalog.json"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> CatalogSnapshot.verify(catalog, snapshot))
			.withMessageContaining("This is new, which breaks nobody:\n  - refund_expired\n")
			.withMessageContaining("-Dfaultbook.snapshot=update");
		System.setProperty(CatalogSnapshot.MODE, "update");
		try {
			CatalogSnapshot.verify(catalog, snapshot);
		}
		finally {
			System.clearProperty(CatalogSnapshot.MODE);
		}
		CatalogSnapshot.verify(catalog, snapshot);
	}

	private static Map<String, Object> entry(String path) throws IOException, InterruptedException {
		return JsonMapper.shared()
			.readTree(get(path, "*/*"))
			.get("errors")
			.valueStream()
			.filter((entry) -> entry.get("code").asString().equals("refund_expired"))
			.map((entry) -> JsonMapper.shared().convertValue(entry, new TypeReference<Map<String, Object>>() {
			}))
			.findFirst()
			.orElseThrow();
	}

	private static String get(String path, String accept) throws IOException, InterruptedException {
		int port = ((WebServerApplicationContext) application).getWebServer().getPort();
		return client
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
				.header("Accept", accept)
				.header("Authorization", "Bearer operator-key")
				.build(), HttpResponse.BodyHandlers.ofString())
			.body();
	}

}
