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

package io.github.faultbook.autoconfigure.openapi;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.faultbook.ErrorCodes;
import io.github.faultbook.format.WireFormats;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.server.ServerWebInputException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the description of a reactive application, which must be that of a servlet
 * application with the same controllers.
 */
@Tag("slow")
class ReactiveDescriptionTests {

	private static OrderServer server;

	private static JsonNode description;

	private static JsonNode ofServlets;

	private static JsonNode ofWebFlux;

	private static JsonNode customized;

	@BeforeAll
	static void start() {
		ofServlets = describe(new OrderServer(with(OrderApplication.class)), "");
		// One after the other, as applications on Netty share its threads
		ofWebFlux = describe(OrderServer.reactive(with(ReactiveOrderApplication.class)), "");
		customized = describe(OrderServer.reactive(with(ReactiveOrderApplication.class, FixedType.class),
				"spring.webflux.base-path=/details-array"), "/details-array");
		server = OrderServer
			.reactive(with(ReactiveOrderApplication.class, Chains.class, Operations.class, Caught.class, Own.class));
		description = JsonMapper.shared().readTree(server.description());
	}

	@AfterAll
	static void stop() {
		server.close();
		description = null;
		ofServlets = null;
		ofWebFlux = null;
		customized = null;
	}

	private static List<Class<?>> with(Class<?>... others) {
		return Stream.concat(Stream.of(OrderController.class, FormatController.class), Stream.of(others)).toList();
	}

	private static JsonNode describe(OrderServer other, String root) {
		try (other) {
			return JsonMapper.shared().readTree(other.description(root));
		}
	}

	@Test
	void isThatOfAServletApplicationWithTheSameControllers() {
		assertThat(ofServlets.get("paths").propertyNames()).hasSize(11);
		assertThat(withoutNumbers(ofWebFlux)).isEqualTo(withoutNumbers(ofServlets));
	}

	/**
	 * Remove the numbers of operations with the same name, which have no fixed order.
	 * @param description the description
	 * @return the description
	 */
	private static JsonNode withoutNumbers(JsonNode description) {
		return JsonMapper.shared()
			.readTree(
					description.toString().replaceAll("\"operationId\":\"change_\\d\"", "\"operationId\":\"change\""));
	}

	@Test
	void namesTheFormatOfTheBasePath() {
		assertThat(customized.toString()).contains("DetailsArrayError").doesNotContain("ProblemDetailsError");
		assertThat(codes(customized, "get /orders/{id}")).contains("authentication_required");
	}

	@Test
	void fixedMediaTypeIsAlwaysAcceptable() {
		assertThat(codes(ofWebFlux, "get /orders/{id}")).contains("not_acceptable");
		assertThat(codes(customized, "get /orders/{id}")).doesNotContain("not_acceptable");
	}

	static Stream<Arguments> answers() {
		return WireFormats.presets()
			.stream()
			.flatMap((format) -> Stream.of(
					Arguments.of(format, "application/json", "{\"buyer_email\":\"ada@example.org\",\"items\":[]}"),
					Arguments.of(format, "application/json", "{\"buyer_email\":\"ada\",\"items\":[{\"qty\":0}]}"),
					Arguments.of(format, "application/json", "{\"buyer_email\":"),
					Arguments.of(format, "application/json", "{\"items\":[{\"qty\":\"many\"}]}"),
					Arguments.of(format, "text/plain", "order")));
	}

	@ParameterizedTest
	@MethodSource("answers")
	void answersAreAsDescribed(String format, String type, String body) {
		HttpResponse<String> answer = server.send(server.request("/" + format + "/orders/7")
			.header("Content-Type", type)
			.POST(BodyPublishers.ofString(body)));
		assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400).isLessThan(500);
		assertIsDescribed("/" + format + "/orders/{id}", "post", answer);
	}

	private static void assertIsDescribed(String path, String method, HttpResponse<String> answer) {
		JsonNode content = description.get("paths")
			.get(path)
			.get(method)
			.get("responses")
			.path(String.valueOf(answer.statusCode()))
			.path("content")
			.path(answer.headers().firstValue("Content-Type").orElseThrow());
		assertThat(content.isMissingNode()).as(answer.toString()).isFalse();
		ObjectNode document = JsonMapper.shared().createObjectNode();
		document.set("allOf", document.arrayNode().add(content.get("schema")));
		document.set("components", description.get("components"));
		assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(document.toString(), InputFormat.JSON)
			.validate(answer.body(), InputFormat.JSON)).as(answer.body()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			get /flux/maps | internal_server_error not_acceptable
			get /flux/texts | internal_server_error
			get /flux/later | internal_server_error not_acceptable
			get /flux/nothing | internal_server_error
			post /flux/order | internal_server_error invalid_request unsupported_media_type validation_error
			post /flux/orders | internal_server_error invalid_request unsupported_media_type validation_error
			post /flux/text | internal_server_error invalid_request
			post /flux/file | internal_server_error invalid_request
			get /flux/page | internal_server_error invalid_request validation_error
			get /flux/tickets/{ticket} | internal_server_error invalid_request resource_not_found
			get /flux/clerks | internal_server_error authentication_required permission_denied
			get /bearer/text | internal_server_error authentication_required invalid_token
			get /csrf/text | internal_server_error authentication_required
			post /csrf/text | internal_server_error authentication_required permission_denied
			post /csrf/hooks | internal_server_error authentication_required
			get /own/caught | conflict internal_server_error
			get /own/all |
			""")
	void onlyErrorsThatCanOccurAreDescribed(String operation, String codes) {
		Set<String> expected = (codes != null) ? Set.of(codes.split(" ")) : Set.of();
		assertThat(codes(description, operation)).containsExactlyInAnyOrderElementsOf(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			get /flux/maps | Accept: application/pdf | | 406
			get /flux/texts | Accept: application/pdf | | 200
			get /flux/later | Accept: application/pdf | | 406
			post /flux/order | Content-Type: application/pdf | {} | 415
			post /flux/order | Content-Type: application/json | {"buyer_email":"ada"} | 400
			post /flux/orders | Content-Type: application/json | [{"buyer_email":"ada"}] | 400
			post /flux/orders | Content-Type: application/json | [{"buyer_email": | 400
			post /flux/text | Content-Type: application/pdf | text | 200
			post /flux/text | Content-Type: application/pdf | | 400
			get /flux/page?page=two | X-Since: 1 | | 400
			get /flux/page?page=500 | X-Since: 1 | | 400
			get /flux/tickets/7 | X-Since: 1 | | 404
			get /flux/clerks | X-Since: 1 | | 401
			get /bearer/text | Authorization: Bearer x | | 401
			post /csrf/hooks | X-Since: 1 | | 401
			post /csrf/text | X-Since: 1 | | 403
			get /own/all | X-Since: 1 | | 299
			""")
	void theseErrorsOccur(String operation, String header, String body, int status) {
		String[] parts = operation.split(" ");
		HttpRequest.Builder request = server.request(parts[1])
			.header(header.split(": ")[0], header.split(": ")[1])
			.method(parts[0].toUpperCase(Locale.ROOT),
					(body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		HttpResponse<String> answer = server.send(request);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		if (status >= 400) {
			assertIsDescribed(parts[1].replaceFirst("\\?.*", "").replaceFirst("7", "{ticket}"), parts[0], answer);
		}
	}

	private static Set<String> codes(JsonNode description, String operation) {
		String[] parts = operation.split(" ");
		Set<String> codes = new TreeSet<>();
		description.get("paths")
			.get(parts[1])
			.get(parts[0])
			.get("responses")
			.valueStream()
			.flatMap((response) -> response.path("content").valueStream())
			.forEach((content) -> codes.addAll(content.path("examples").propertyNames()));
		return codes;
	}

	static class FixedType implements WebFluxConfigurer {

		@Override
		public void configureContentTypeResolver(RequestedContentTypeResolverBuilder builder) {
			builder.fixedResolver(MediaType.APPLICATION_JSON);
		}

	}

	static class Chains implements WebFluxConfigurer {

		@Bean
		@Order(-2)
		SecurityWebFilterChain csrfChain(ServerHttpSecurity http) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/csrf/**"))
				.csrf((csrf) -> csrf.requireCsrfProtectionMatcher(
						ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/csrf/text")))
				.authorizeExchange((requests) -> requests.anyExchange().authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

		@Bean
		@Order(-1)
		SecurityWebFilterChain bearerChain(ServerHttpSecurity http) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/bearer/**"))
				.authorizeExchange((requests) -> requests.anyExchange().authenticated())
				.oauth2ResourceServer((tokens) -> tokens
					.jwt((jwt) -> jwt.jwtDecoder((token) -> Mono.error(new BadJwtException("bad")))))
				.build();
		}

		@Override
		public void addFormatters(FormatterRegistry registry) {
			// As for an entity that does not exist
			registry.addConverter(String.class, Ticket.class, (number) -> null);
		}

	}

	record Ticket(long id) {

	}

	@RestController
	static class Operations {

		@GetMapping("/flux/maps")
		Flux<OrderController.Order> maps() {
			return Flux.just(new OrderController.Order("1"));
		}

		@GetMapping("/flux/texts")
		Flux<String> texts() {
			return Flux.just("one", "two");
		}

		@GetMapping("/flux/later")
		Mono<ResponseEntity<Flux<OrderController.Order>>> later() {
			return Mono.just(ResponseEntity.ok(maps()));
		}

		@GetMapping("/flux/nothing")
		Mono<Void> nothing() {
			return Mono.empty();
		}

		@PostMapping("/flux/order")
		Mono<Void> order(@RequestBody @Valid Mono<OrderRequest> order) {
			return order.then();
		}

		@PostMapping("/flux/orders")
		Mono<Void> orders(@RequestBody @Valid Flux<OrderRequest> orders) {
			return orders.then();
		}

		@PostMapping("/flux/text")
		Mono<Void> text(@RequestBody Mono<String> text) {
			return text.then();
		}

		@PostMapping("/flux/file")
		Mono<Void> file(@RequestPart FilePart file) {
			return Mono.empty();
		}

		@GetMapping("/flux/page")
		Mono<String> page(@RequestParam @Max(100) int page, @RequestHeader("X-Since") String since) {
			return Mono.just("");
		}

		@GetMapping("/flux/tickets/{ticket}")
		Mono<String> ticket(@PathVariable Ticket ticket) {
			return Mono.just("");
		}

		@GetMapping("/flux/clerks")
		@PreAuthorize("hasRole('CLERK')")
		Mono<String> clerks() {
			return Mono.just("");
		}

		@GetMapping({ "/csrf/text", "/bearer/text" })
		Mono<String> secured() {
			return Mono.just("");
		}

		@PostMapping({ "/csrf/text", "/csrf/hooks" })
		Mono<String> change() {
			return Mono.just("");
		}

	}

	@RestController
	static class Caught {

		@GetMapping("/own/caught")
		@ErrorCodes("conflict")
		String caught(@RequestParam int page) {
			return "";
		}

		@ExceptionHandler
		ResponseEntity<Void> handle(ServerWebInputException exception) {
			return ResponseEntity.badRequest().build();
		}

	}

	@RestController
	static class Own {

		@GetMapping("/own/all")
		@ErrorCodes("conflict")
		String all() throws OrderNotFoundException {
			throw new OrderNotFoundException("1");
		}

		@ExceptionHandler(Exception.class)
		ResponseEntity<Void> handle() {
			return ResponseEntity.status(299).build();
		}

	}

}
