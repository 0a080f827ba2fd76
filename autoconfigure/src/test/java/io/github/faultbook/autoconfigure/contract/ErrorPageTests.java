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

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for browsers that keep the error pages of Spring Boot: a page has the status, the
 * headers and the line in the log that other clients get.
 */
@ExtendWith(OutputCaptureExtension.class)
@ParameterizedClass
@EnumSource(Server.Container.class)
class ErrorPageTests {

	private static final String HTML = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

	private static final Pattern REFERENCE = Pattern
		.compile("io\\.github\\.faultbook\\.errors .*: \\d{3} .* reference (\\w+)");

	/**
	 * Requests without a page: Spring Boot has none for a status that Spring does not
	 * know, its page fails if the exception does, Spring MVC would read a multipart body
	 * again, and the page itself can be asked for.
	 */
	private static final Set<String> WITHOUT_PAGE = Set.of("`ResponseStatusException` with an unregistered status",
			"exception whose `getMessage` throws", "`MethodArgumentNotValidException` without a parameter",
			"not multipart", "broken multipart", "multipart that ends early", "request for the error page");

	private static Server server;

	ErrorPageTests(Server.Container container) {
		// Each container has a server of its own
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) {
		server = new Server(container, "faultbook.html-pages=true", "logging.level.io.github.faultbook.errors=info",
				"faultbook.format-rules[0].path=/throw/header", "faultbook.format-rules[0].format=rpc",
				"faultbook.formats.rpc={\"status\":200,\"body\":\"{code}\"}");
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	static Stream<ContractCase> cases() {
		return Stream
			.of(ContractCases.thrown(), ContractCases.springMvc(), ContractCases.input(),
					ContractCases.aroundTheDispatcher(), ContractCases.async())
			.flatMap(List::stream)
			.filter((contractCase) -> !contractCase.request().contains("\r\nAccept: "))
			.filter((contractCase) -> !contractCase.request().startsWith("GET /throw/header "))
			.filter((contractCase) -> !WITHOUT_PAGE.contains(contractCase.name()));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void pageHasTheStatusOfTheError(ContractCase contractCase) {
		Wire.Answer answer = server.exchange(contractCase.with(HTML).request());
		assertThat(answer.status()).isEqualTo(contractCase.error().status());
		assertThat(answer.headers().get("Content-Type")).singleElement().asString().startsWith("text/html");
		assertThat(answer.body()).contains("status=" + answer.status()).doesNotContain(Markers.SECRET);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void otherClientsGetTheFormat(ContractCase contractCase) {
		Wire.Answer answer = server.exchange(contractCase.request());
		assertThat(answer.status()).isEqualTo(contractCase.error().status());
		assertThat(answer.headers().get("Content-Type")).containsExactly("application/problem+json");
	}

	@ParameterizedTest
	@MethodSource("cases")
	void errorIsLoggedOnceUnderTheReferenceOfThePage(ContractCase contractCase, CapturedOutput output) {
		Wire.Answer answer = server.exchange(contractCase.with(HTML).request());
		assertThat(REFERENCE.matcher(output).results().map((match) -> match.group(1)).toList())
			.isEqualTo(answer.headers().get("X-Error-Reference"));
	}

	@Test
	void exceptionThatCannotComposeItsMessageIsLoggedOnce(CapturedOutput output) {
		assertThat(server.send("GET /throw/no-parameter").status()).isEqualTo(400);
		assertThat(REFERENCE.matcher(output).results()).hasSize(1);
	}

	@Test
	void pageHasTheHeadersOfTheError() {
		assertThat(server.send("GET /throw/retry-after", HTML).headers().get("Retry-After")).containsExactly("2");
		assertThat(server.send("DELETE /orders", HTML).headers().get("Allow")).isNotNull()
			.isEqualTo(server.send("DELETE /orders").headers().get("Allow"));
		assertThat(server.send("GET /basic/hello", HTML).headers().get("WWW-Authenticate")).singleElement()
			.asString()
			.startsWith("Basic ");
	}

	@Test
	void pageHasTheStatusOfTheErrorEvenIfTheFormatGivesAllErrorsOne() {
		assertThat(server.send("GET /throw/header", HTML).status()).isEqualTo(409);
		assertThat(server.send("GET /throw/header", "X-Other: 1").status()).isEqualTo(200);
	}

	@Test
	void answerVariesByWhatTheClientAccepts() {
		assertThat(server.send("GET /nope").headers().get("Vary")).containsExactly("Accept-Language, Accept");
	}

	@Test
	void malformedMultipartBodyIsLoggedOnce(CapturedOutput output) {
		ContractCase broken = ContractCases.springMvc()
			.stream()
			.filter((contractCase) -> contractCase.name().equals("broken multipart"))
			.findFirst()
			.orElseThrow();
		Wire.Answer answer = server.exchange(broken.with(HTML).request());
		assertThat(answer.status()).isEqualTo(400);
		assertThat(REFERENCE.matcher(output).results()).hasSize(1);
	}

}
