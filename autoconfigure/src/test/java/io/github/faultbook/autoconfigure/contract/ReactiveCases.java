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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.netty.util.Version;
import org.jspecify.annotations.Nullable;

/**
 * The requests of the contract as a reactive application answers them. Whatever differs
 * from a servlet application is listed with the reason.
 */
final class ReactiveCases {

	/**
	 * Whether Netty refuses codings that it does not know, as later versions do.
	 */
	private static final boolean REFUSES_TRANSFER_CODINGS = Version.identify()
		.get("netty-codec-http")
		.artifactVersion()
		.compareTo("4.2.18") >= 0;

	private static final String SERVLET = "The exception belongs to the Servlet API.";

	private static final String MVC = "WebFlux has no such feature of Spring MVC.";

	private static final String[] WRITTEN = { "application/json", "application/*+json", "application/x-ndjson",
			"text/event-stream" };

	/**
	 * The cases that a reactive application cannot have, with the reason.
	 */
	static final Map<String, String> IMPOSSIBLE = Map.ofEntries(Map.entry("`UnavailableException`", SERVLET),
			Map.entry("permanent `UnavailableException`", SERVLET),
			Map.entry("`UnavailableException` of a filter", SERVLET),
			Map.entry("`UnavailableException` of a filter for an unknown time", SERVLET),
			Map.entry("exception of a filter, wrapped", SERVLET),
			Map.entry("exception of a filter, wrapped twice", SERVLET),
			Map.entry("exception of a filter that has a cause", SERVLET),
			Map.entry("timeout", "A reactive application sets its timeouts itself."),
			Map.entry("view that does not exist", "A missing view is a mistake of the application in WebFlux."),
			Map.entry("invalid return value", "WebFlux does not validate return values."), Map.entry("no upgrade", MVC),
			Map.entry("upgrade of a connection that ends", MVC),
			Map.entry("exception of the outermost filter, wrapped twice", SERVLET),
			Map.entry("exception of the outermost filter that has a cause", SERVLET),
			Map.entry("guarded method behind an ignored path",
					"Spring Security has no ignored paths for reactive applications."));

	/**
	 * The cases that WebFlux or Spring Security answers in another way, with the reason.
	 */
	static final Map<String, Difference> DIFFERENT = differences();

	private ReactiveCases() {
	}

	/**
	 * Return the requests of the contract, as a reactive application answers them.
	 * @param container the container that the application runs in
	 * @param cases the requests, with the answers of a servlet application
	 * @return the cases
	 */
	static Stream<ContractCase> of(Server.ReactiveContainer container, List<ContractCase> cases) {
		return cases.stream()
			.filter((contractCase) -> isPossible(container, contractCase))
			.map((contractCase) -> adapt(container, contractCase));
	}

	/**
	 * Return all requests of the contract, those that the container refuses included.
	 * @param container the container that the application runs in
	 * @return the cases
	 */
	static Stream<ContractCase> all(Server.ReactiveContainer container) {
		return Stream.concat(of(container, ContractTests.contract()), refused(container));
	}

	/**
	 * Return the requests that the container of a reactive application refuses. Netty
	 * reads some of those that servlet containers refuse.
	 * @param container the container
	 * @return the cases
	 */
	static Stream<ContractCase> refused(Server.ReactiveContainer container) {
		Server.Container servlet = (container == Server.ReactiveContainer.TOMCAT) ? Server.Container.TOMCAT
				: Server.Container.JETTY;
		return of(container, ContainerCases.of(servlet)
			.map((contractCase) -> (container == Server.ReactiveContainer.NETTY) ? onNetty(contractCase) : contractCase)
			.toList());
	}

	private static boolean isPossible(Server.ReactiveContainer container, ContractCase contractCase) {
		return !IMPOSSIBLE.containsKey(contractCase.name()) && ContainerDifference.of(container, contractCase)
			.allMatch((difference) -> difference.change() != null);
	}

	private static ContractCase adapt(Server.ReactiveContainer container, ContractCase contractCase) {
		ContractCase adapted = contractCase;
		Difference difference = DIFFERENT.get(contractCase.name());
		if (difference != null) {
			adapted = difference.change().apply(adapted);
		}
		for (ContainerDifference special : ContainerDifference.of(container, contractCase).toList()) {
			adapted = Objects.requireNonNull(special.change()).apply(adapted);
		}
		if (Objects.equals(contractCase.headers().get("WWW-Authenticate"), List.of(SecurityCases.BASIC))) {
			adapted = adapted.owes("WWW-Authenticate", "Basic realm=\"Realm\"");
		}
		// Spring Security sends this header in reactive applications only
		return adapted.bare() ? adapted : adapted.owes("Referrer-Policy", "no-referrer");
	}

	private static ContractCase onNetty(ContractCase contractCase) {
		return switch (contractCase.name()) {
			case "illegal character" -> at("/a\"<b", contractCase);
			case "malformed escape" -> at("/%zz", contractCase);
			case "escaped null" -> at("/a%00b", contractCase);
			case "path above the root" -> at("/../../etc/passwd", contractCase);
			case "malformed header behind CONNECT" -> at("/nope", contractCase);
			case "malformed chunk" -> contractCase.withoutSecurityHeaders();
			case "no host", "two hosts" -> read("/nope", CommonError.RESOURCE_NOT_FOUND, contractCase);
			case "unknown version" -> read("/nope", CommonError.RESOURCE_NOT_FOUND, contractCase);
			case "unknown transfer coding" -> REFUSES_TRANSFER_CODINGS ? at("/orders", contractCase)
					: read("/orders", CommonError.UNSUPPORTED_MEDIA_TYPE, contractCase).owes("Accept",
							"application/json");
			default -> contractCase;
		};
	}

	private static ContractCase at(String path, ContractCase refused) {
		return ContractCase.refused(refused.name(), refused.request(), refused.method(), path, refused.error());
	}

	private static ContractCase read(String path, CommonError code, ContractCase refused) {
		return new ContractCase(refused.name(), refused.request(), refused.method(), path, ApiError.of(code), Map.of(),
				false);
	}

	private static Map<String, Difference> differences() {
		Map<String, Difference> differences = new LinkedHashMap<>();
		String negotiation = "WebFlux does not return to the exception if it cannot write the result of an "
				+ "`@ExceptionHandler` method.";
		for (String name : List.of("entity that the client does not accept", "body that the client does not accept",
				"body without a status that the client does not accept")) {
			differences.put(name,
					new Difference(negotiation,
							(contractCase) -> contractCase.error(ApiError.of(CommonError.NOT_ACCEPTABLE))
								.owes("Accept", WRITTEN)));
		}
		differences.put("not acceptable", new Difference("WebFlux can write more media types.",
				(contractCase) -> contractCase.owes("Accept", WRITTEN)));
		differences.put("range that does not exist",
				new Difference("WebFlux does not send the size of the content.", ReactiveCases::withoutSpecialHeaders));
		differences.put("CORS rejection of a preflight",
				new Difference("WebFlux does not send the methods with a rejection.",
						(contractCase) -> without("Allow", contractCase)));
		differences.put("not multipart", new Difference(
				"WebFlux reads any other body as a multipart body without parts.",
				(contractCase) -> contractCase.violations(Violation.of(In.PART, "file", "required", "is required"))));
		for (String name : List.of("part without a media type", "part of the wrong media type")) {
			differences.put(name,
					new Difference("WebFlux can read more media types.",
							(contractCase) -> contractCase.violations(Violation.of(In.PART, "meta", "invalid_format",
									"must be sent as application/json, application/*+json, application/x-ndjson"))));
		}
		differences.put("part with a malformed media type",
				new Difference("WebFlux parses the media type with the body.", error(CommonError.INVALID_REQUEST)));
		String reason = "WebFlux ignores the reason of `@ResponseStatus` on a method.";
		differences.put("`@ResponseStatus` with a reason on a handler method",
				new Difference(reason, error(CommonError.CONFLICT)));
		differences.put("`@ResponseStatus` with a reason on an `@ExceptionHandler` method",
				new Difference(reason, error(CommonError.RESOURCE_GONE)));
		String challenge = "Spring Security sends another challenge.";
		differences.put("no token",
				new Difference(challenge, (contractCase) -> contractCase.owes("WWW-Authenticate", "Bearer")));
		differences.put("malformed token",
				new Difference(challenge,
						(contractCase) -> contractCase.owes("WWW-Authenticate",
								invalidToken("An error occurred while attempting to decode the Jwt: "
										+ "Invalid JWT serialization: Missing dot delimiter(s)"))));
		differences.put("expired token", new Difference(challenge, (contractCase) -> contractCase
			.owes("WWW-Authenticate", invalidToken("Jwt expired at 1970-01-01T01:00:00Z"))));
		return differences;
	}

	private static String invalidToken(String description) {
		return "Bearer error=\"invalid_token\", error_description=\"" + description
				+ "\", error_uri=\"https://tools.ietf.org/html/rfc6750#section-3.1\"";
	}

	private static UnaryOperator<ContractCase> error(CommonError code) {
		return (contractCase) -> contractCase.error(ApiError.of(code));
	}

	private static ContractCase withoutSpecialHeaders(ContractCase contractCase) {
		return without("Content-Range", contractCase);
	}

	private static ContractCase without(String header, ContractCase contractCase) {
		Map<String, List<String>> headers = new LinkedHashMap<>(contractCase.headers());
		headers.remove(header);
		return new ContractCase(contractCase.name(), contractCase.request(), contractCase.method(), contractCase.path(),
				contractCase.error(), headers, contractCase.bare());
	}

	/**
	 * Another expected answer.
	 *
	 * @param reason why the answer differs
	 * @param change makes the expected answer from that of a servlet application
	 */
	record Difference(String reason, UnaryOperator<ContractCase> change) {

	}

	/**
	 * A difference between the containers of a reactive application.
	 *
	 * @param name the name of the case
	 * @param containers the containers
	 * @param reason why the answer differs
	 * @param change makes the expected answer from that of the other containers, or
	 * {@code null} if there is none
	 */
	record ContainerDifference(String name, Set<Server.ReactiveContainer> containers, String reason,
			@Nullable UnaryOperator<ContractCase> change) {

		static final List<ContainerDifference> ALL = List.of(
				new ContainerDifference("malformed escape in the query", Set.of(Server.ReactiveContainer.NETTY),
						"Spring refuses the request before WebFlux, so it has no headers of Spring Security.",
						ContractCase::withoutSecurityHeaders),
				new ContainerDifference("malformed escape in the query",
						Set.of(Server.ReactiveContainer.TOMCAT, Server.ReactiveContainer.JETTY),
						"Spring escapes the percent sign, so the handler reads it.",
						(contractCase) -> contractCase
							.violations(Violation.of(In.QUERY, "page-size", "invalid_format", "must be an integer"))),
				new ContainerDifference("TRACE", Set.of(Server.ReactiveContainer.TOMCAT),
						"Tomcat lists the methods of a servlet that is not for HTTP.",
						(contractCase) -> contractCase.owes("Allow", "GET", "HEAD", "POST")),
				new ContainerDifference("malformed chunk",
						Set.of(Server.ReactiveContainer.TOMCAT, Server.ReactiveContainer.JETTY),
						"It is not answered: Spring loses the exception of the container, also without Faultbook.",
						null),
				new ContainerDifference("upload too large", Set.of(Server.ReactiveContainer.TOMCAT),
						"It is answered, but Tomcat may close the next connection without an answer, also without "
								+ "Faultbook, as Spring answers while another thread reads.",
						null));

		static Stream<ContainerDifference> of(Server.ReactiveContainer container, ContractCase contractCase) {
			return ALL.stream()
				.filter((difference) -> difference.name.equals(contractCase.name())
						&& difference.containers.contains(container));
		}

	}

}
