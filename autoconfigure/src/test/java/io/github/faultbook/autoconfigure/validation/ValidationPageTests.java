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

package io.github.faultbook.autoconfigure.validation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.LuhnCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code docs/validation.md}, whose examples must match the responses.
 */
@ExtendWith(OutputCaptureExtension.class)
class ValidationPageTests {

	private static final String SECRET = "s3cr3t-m4rk3r";

	private static final String CARD = "4111111111111112";

	private static final String EVERYTHING = """
			{"body":{"errors":[{"$each violation":{"path":"{violation.path}","code":"{violation.code}",\
			"message":"{violation.message}","all":"{violation.attributes}"}}]}}""";

	private static final String SECRETS = """
			{"password":"%1$s","apiKey":"%1$s","card":{"number":"%2$s"},"memo":"%1$s","vault":{"content":"%1$s"},\
			"tokens":["%1$s"],"note":"no secret"}""".formatted(SECRET, CARD);

	private static ServletWebServerApplicationContext silent;

	private static ServletWebServerApplicationContext rejecting;

	@BeforeAll
	static void start() throws IOException {
		silent = start(false);
		rejecting = start(true);
	}

	@AfterAll
	static void stop() {
		silent.close();
		rejecting.close();
	}

	@ParameterizedTest
	@CsvSource({ "false, format, answer", "true, format-rejected, answer-rejected" })
	void bodyIsThatOfThePage(boolean rejected, String format, String answer) throws Exception {
		String body = send(rejected, format, HttpRequest.newBuilder(), "/orders", """
				{"email":"ada","items":[{"sku":"A1","qty":0}]}""");
		assertThat(JsonMapper.shared().readTree(body)).isEqualTo(JsonMapper.shared().readTree(block(answer)));
	}

	@Test
	void unreadableInputsAreAnsweredAsOnThePage() throws Exception {
		String body = send(false, "none", HttpRequest.newBuilder(), "/readings", """
				{"number":"x","day":"x","color":"x","nubmer":1}""");
		assertThat(JsonMapper.shared().readTree(body)).isEqualTo(JsonMapper.shared().readTree(block("unreadable")));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void secretIsNeitherAnsweredNorLogged(boolean rejected, CapturedOutput output) throws Exception {
		String bodies = send(rejected, "everything", HttpRequest.newBuilder(), "/secrets", SECRETS)
				+ send(rejected, "everything", HttpRequest.newBuilder(), "/secrets/checked", SECRETS)
				+ send(rejected, "everything",
						HttpRequest.newBuilder().header("X-Access-Token", SECRET).header("Cookie", "id=" + SECRET),
						"/secrets?pin=" + CARD, null);
		assertThat(bodies).contains("password", "X-Access-Token", "card.number");
		assertThat(output).contains("validation_error");
		assertThat(bodies + output).doesNotContain(SECRET, CARD);
	}

	@Test
	void onlySecretsAreMasked() throws Exception {
		assertThat(send(true, "format-rejected", HttpRequest.newBuilder(), "/secrets", SECRETS))
			.isEqualToIgnoringWhitespace("""
					{"errors":[{"field":"password","code":"invalid_length","rejected":"***"},\
					{"field":"apiKey","code":"invalid_length","rejected":"***"},\
					{"field":"card.number","code":"invalid_format","rejected":"***"},\
					{"field":"memo","code":"invalid_length","rejected":"***"},\
					{"field":"vault.content","code":"invalid_length","rejected":"***"},\
					{"field":"tokens[0]","code":"invalid_length","rejected":"***"},\
					{"field":"note","code":"invalid_length","rejected":"no secret"}]}""");
		assertThat(send(true, "format-rejected",
				HttpRequest.newBuilder().header("X-Access-Token", SECRET).header("Cookie", "id=" + SECRET),
				"/secrets?pin=7&limit=8", null))
			.isEqualToIgnoringWhitespace("""
					{"errors":[{"field":"pin","code":"out_of_range","rejected":"***"},\
					{"field":"limit","code":"out_of_range","rejected":8},\
					{"field":"X-Access-Token","code":"invalid_length","rejected":"***"},\
					{"field":"id","code":"invalid_length","rejected":"***"}]}""");
	}

	@Test
	void formShowsWhatCannotBeConverted() throws Exception {
		assertThat(send(true, "format-rejected", HttpRequest.newBuilder(), "/form?size=two&pin=two", null))
			.isEqualToIgnoringWhitespace("""
					{"errors":[{"field":"pin","code":"invalid_format","rejected":"***"},\
					{"field":"size","code":"invalid_format","rejected":"two"}]}""");
	}

	private static String block(String name) throws IOException {
		Matcher matcher = Pattern.compile("```json " + name + "\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(Path.of("..", "docs", "validation.md")));
		assertThat(matcher.find()).as(name).isTrue();
		return matcher.group(1);
	}

	private static ServletWebServerApplicationContext start(boolean rejected) throws IOException {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--spring.main.banner-mode=off",
				"--faultbook.format=details-map", "--spring.jackson.deserialization.fail-on-unknown-properties=true",
				"--faultbook.validation.rejected-values.enabled=" + rejected,
				"--spring.autoconfigure.exclude="
						+ "org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration,"
						+ "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,"
						+ "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"));
		Map<String, String> formats = Map.of("format", block("format"), "format-rejected", block("format-rejected"),
				"everything", EVERYTHING);
		int rule = 0;
		for (Map.Entry<String, String> format : formats.entrySet()) {
			arguments.add("--faultbook.formats.%s=%s".formatted(format.getKey(), format.getValue()));
			arguments.add("--faultbook.format-rules[%d].header=X-Format: %s".formatted(rule, format.getKey()));
			arguments.add("--faultbook.format-rules[%d].format=%s".formatted(rule, format.getKey()));
			rule++;
		}
		return (ServletWebServerApplicationContext) new SpringApplicationBuilder(Application.class)
			.run(arguments.toArray(String[]::new));
	}

	private static String send(boolean rejected, String format, HttpRequest.Builder request, String path, String body)
			throws Exception {
		ServletWebServerApplicationContext application = rejected ? rejecting : silent;
		request.uri(URI.create("http://localhost:" + application.getWebServer().getPort() + path))
			.header("Accept-Language", "en")
			.header("X-Format", format);
		if (body != null) {
			request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@PostMapping("/orders")
		void order(@Valid @RequestBody Order order) {
		}

		@PostMapping("/readings")
		void reading(@RequestBody Reading reading) {
		}

		@PostMapping("/secrets")
		void secrets(@Valid @RequestBody Parcel parcel) {
		}

		@PostMapping("/secrets/checked")
		void secrets(@Valid @RequestBody Parcel parcel, @RequestParam(defaultValue = "9") @Min(9) int limit) {
		}

		@GetMapping("/secrets")
		void secrets(@RequestParam @Max(1) long pin, @RequestParam(defaultValue = "0") @Max(1) int limit,
				@RequestHeader("X-Access-Token") @Size(max = 1) String token,
				@CookieValue("id") @Size(max = 1) String id) {
		}

		@GetMapping("/form")
		void form(@Valid Form form) {
		}

	}

	record Order(@Email String email, List<@Valid Item> items) {

	}

	record Item(String sku, @JsonProperty("qty") @Min(1) int quantity) {

	}

	record Reading(int number, LocalDate day, Color color) {

	}

	enum Color {

		@JsonProperty("red")
		RED,

		GREEN

	}

	record Form(int pin, int size) {

	}

	record Parcel(@Size(max = 1) String password, @Size(max = 1) String apiKey, @Valid Card card,
			@JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Size(max = 1) String memo,
			@JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Valid Vault vault,
			List<@Size(max = 1) String> tokens, @Size(max = 1) String note) {

	}

	record Card(@LuhnCheck String number) {

	}

	record Vault(@Size(max = 1) String content) {

	}

}
