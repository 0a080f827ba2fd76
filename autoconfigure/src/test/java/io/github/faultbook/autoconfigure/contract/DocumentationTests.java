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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import org.junit.jupiter.api.Test;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code docs/what-answers-what.md}, which lists the cases of the contract.
 * With {@code -Dfaultbook.docs.update=true}, the page is written.
 */
class DocumentationTests {

	private static final Path PAGE = Path.of("..", "docs", "what-answers-what.md");

	private static final String INTRODUCTION = """
			# What answers what

			This page lists every way in which an error can leave an application, with the status, the code and the
			headers that a client gets. Tests send each of these requests over a socket to Tomcat and to Jetty, in every
			preset format, and compare the whole answer.

			Every error also has these headers:

			- the `Content-Type` of the format, and `Content-Length`
			- `Cache-Control: no-store` and `X-Content-Type-Options: nosniff`
			- `X-Error-Reference`, the reference that the log line also has
			- `Vary: Accept-Language`, with more headers if the answer depends on them: `faultbook.html-pages`,
			  `faultbook.problem-details-on-request` and `faultbook.format-rules` can add some

			This page is generated. If you change the cases, generate it again:

			```shell
			./mvnw -pl core,autoconfigure test -Dtest=DocumentationTests -Dsurefire.failIfNoSpecifiedTests=false \\
				-Dfaultbook.docs.update=true
			```
			""";

	private static final String CHALLENGES = """

			Spring Security writes `WWW-Authenticate`. Its `error_description` contains the message of the `JwtDecoder`, which
			can include the text of an exception. An `AuthenticationEntryPoint` of the application can leave it out.
			""";

	private static final String CONSTRAINTS = """

			The statuses 402 and 410 are those of the codes that the tests give to two constraints in `faultbook.constraints`.
			""";

	private static final String TRACE = """

			Jetty answers TRACE with 400 only in an application with Spring Security, whose firewall refuses the method. In
			other applications, it answers TRACE itself, with 200.
			""";

	private static final String REACTIVE = """

			## Reactive applications

			Tests send the requests above, except those of the last section, to a reactive application on Netty, on Tomcat and
			on Jetty, too. Its answers have the same status, code, headers and body. In each of them, Spring Security sends
			`Referrer-Policy: no-referrer` as well, and its challenge of HTTP Basic has no `charset`. The other differences
			are these; a dash stands for a request that a reactive application cannot have. [Reactive
			applications](webflux.md) says more.

			| What happens | Reactive | Reason |
			|---|---|---|
			""";

	private static final String CONTAINERS = """

			These answers of a reactive application depend on its container:

			| What happens | Container | Answer | Reason |
			|---|---|---|---|
			""";

	@Test
	void pageIsUpToDate() throws IOException {
		if (Boolean.getBoolean("faultbook.docs.update")) {
			Files.writeString(PAGE, page());
		}
		assertThat(PAGE).content().isEqualTo(page());
	}

	private static String page() {
		return INTRODUCTION + section("Thrown by controllers", ContractCases.thrown().stream())
				+ section("Other handlers", HandlerCases.all().stream())
				+ section("Asynchronous handlers", ContractCases.async().stream())
				+ section("Spring MVC", ContractCases.springMvc().stream())
				+ section("Input", ContractCases.input().stream())
				+ section("Validation", ValidationCases.all().stream())
				+ section("Database, with `faultbook.database-errors`", DatabaseCases.all()) + CONSTRAINTS
				+ section("Around the dispatcher", ContractCases.aroundTheDispatcher().stream())
				+ section("Spring Security", SecurityCases.all()) + CHALLENGES + containers() + TRACE + REACTIVE
				+ reactive() + CONTAINERS + byContainer();
	}

	private static String section(String title, Stream<ContractCase> cases) {
		return "\n## %s\n\n| What happens | Request | Status | Code | Headers |\n|---|---|---|---|---|\n"
			.formatted(title) + cases.map(DocumentationTests::row).collect(Collectors.joining());
	}

	private static String row(ContractCase contractCase) {
		String requestLine = contractCase.request().split(" HTTP/")[0];
		return "| %s | %s | %s | `%s` | %s |\n".formatted(contractCase.name(), code(requestLine),
				status(contractCase.error()), contractCase.error().code(), headers(contractCase));
	}

	private static String containers() {
		StringBuilder rows = new StringBuilder(
				"""

						## Refused by the container

						The container chooses the status of a request that it refuses, so Tomcat, Jetty and Netty can differ. Netty
						runs reactive applications only. It reads a request without a host, for example, and the route is unknown.
						Tomcat and Jetty give the same answers to a reactive application, except for those in the last table of
						this page.

						| What happens | Tomcat | Jetty | Netty |
						|---|---|---|---|
						""");
		Iterator<ContractCase> jetty = ContainerCases.of(Server.Container.JETTY).iterator();
		Map<String, String> netty = ReactiveCases.refused(Server.ReactiveContainer.NETTY)
			.collect(Collectors.toMap(ContractCase::name, DocumentationTests::verdict));
		ContainerCases.of(Server.Container.TOMCAT)
			.forEach((onTomcat) -> rows.append("| %s | %s | %s | %s |\n".formatted(onTomcat.name(), verdict(onTomcat),
					verdict(jetty.next()), netty.getOrDefault(onTomcat.name(), "—"))));
		return rows.toString();
	}

	private static String reactive() {
		StringBuilder rows = new StringBuilder();
		for (ContractCase contractCase : ContractTests.contract()) {
			String impossible = ReactiveCases.IMPOSSIBLE.get(contractCase.name());
			ReactiveCases.Difference difference = ReactiveCases.DIFFERENT.get(contractCase.name());
			if (impossible != null) {
				rows.append("| %s | — | %s |\n".formatted(contractCase.name(), impossible));
			}
			else if (difference != null) {
				rows.append("| %s | %s | %s |\n".formatted(contractCase.name(),
						verdict(difference.change().apply(contractCase)), difference.reason()));
			}
		}
		return rows.toString();
	}

	private static String byContainer() {
		List<ContractCase> cases = Stream
			.concat(ContractTests.contract().stream(), ContainerCases.of(Server.Container.TOMCAT))
			.toList();
		StringBuilder rows = new StringBuilder();
		for (ReactiveCases.ContainerDifference difference : ReactiveCases.ContainerDifference.ALL) {
			UnaryOperator<ContractCase> change = difference.change();
			String answer = cases.stream()
				.filter((contractCase) -> contractCase.name().equals(difference.name()))
				.map((contractCase) -> (change != null) ? verdict(change.apply(contractCase)) : "—")
				.collect(Collectors.joining());
			rows.append("| %s | %s | %s | %s |\n".formatted(difference.name(), names(difference.containers()), answer,
					difference.reason()));
		}
		return rows.toString();
	}

	private static String names(Set<Server.ReactiveContainer> containers) {
		return containers.stream()
			.sorted()
			.map((container) -> StringUtils.capitalize(container.name().toLowerCase(Locale.ROOT)))
			.collect(Collectors.joining(", "));
	}

	private static String verdict(ContractCase contractCase) {
		return Stream.of(status(contractCase.error()), "`" + contractCase.error().code() + "`", headers(contractCase))
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.joining(" "));
	}

	private static String status(ApiError error) {
		return (error.errorCode() == CommonError.VALIDATION_ERROR) ? "400 or 422, by format"
				: Objects.toString(error.status());
	}

	private static String headers(ContractCase contractCase) {
		return contractCase.headers()
			.entrySet()
			.stream()
			.filter((header) -> !header.getKey().equals("Referrer-Policy"))
			.map((header) -> code(header.getKey() + ": " + String.join(", ", header.getValue())))
			.collect(Collectors.joining("<br>"));
	}

	private static String code(String text) {
		return "`" + text.replace("|", "\\|") + "`";
	}

}
