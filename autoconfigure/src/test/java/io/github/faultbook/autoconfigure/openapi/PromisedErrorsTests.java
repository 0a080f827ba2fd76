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

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.faultbook.ApiException;
import io.github.faultbook.ErrorCodes;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the description, which must only contain errors that can occur.
 */
class PromisedErrorsTests {

	private static JsonNode secured;

	private static JsonNode open;

	@BeforeAll
	static void describe() {
		try (OrderServer server = new OrderServer(List.of(Application.class, Security.class, Operations.class,
				Handling.class, Caught.class, CatchAll.class, Named.class, NamesCatalogExceptions.class))) {
			secured = JsonMapper.shared().readTree(server.description());
		}
		try (OrderServer server = new OrderServer(List.of(Application.class, Operations.class, FixedType.class),
				"spring.autoconfigure.exclude[1]=" + SecurityAutoConfiguration.class.getName(),
				"spring.autoconfigure.exclude[2]=" + ServletWebSecurityAutoConfiguration.class.getName(),
				"spring.autoconfigure.exclude[3]=" + SecurityFilterAutoConfiguration.class.getName(),
				"spring.autoconfigure.exclude[4]=" + ManagementWebSecurityAutoConfiguration.class.getName())) {
			open = JsonMapper.shared().readTree(server.description());
		}
	}

	@AfterAll
	static void forget() {
		secured = null;
		open = null;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			get /open/text | internal_server_error
			post /open/text | internal_server_error permission_denied
			get /secured/text | internal_server_error authentication_required
			post /secured/text | internal_server_error authentication_required permission_denied
			post /secured/hooks | internal_server_error authentication_required
			get /outside/text | internal_server_error
			post /outside/text | internal_server_error
			get /ignored/text | internal_server_error
			get /outside/clerks | internal_server_error authentication_required permission_denied
			get /outside/everybody | internal_server_error
			get /outside/auditors | internal_server_error
			get /outside/key | internal_server_error authentication_required
			get /outside/scope | internal_server_error authentication_required permission_denied
			""")
	void accessIsThatOfSpringSecurity(String operation, String codes) {
		assertThat(codes(secured, operation)).containsExactlyInAnyOrder(codes.split(" "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			get /outside/json | internal_server_error not_acceptable
			get /outside/later | internal_server_error not_acceptable
			get /outside/later-text | internal_server_error
			get /outside/plain | internal_server_error not_acceptable
			get /outside/events | internal_server_error
			get /outside/nothing | internal_server_error
			post /outside/bytes | internal_server_error
			post /outside/order | internal_server_error invalid_request validation_error unsupported_media_type
			post /outside/form | internal_server_error invalid_request unsupported_media_type
			post /outside/file | internal_server_error invalid_request
			post /outside/pdf | internal_server_error invalid_request unsupported_media_type
			get /outside/parameter | internal_server_error invalid_request
			get /outside/optional | internal_server_error
			get /outside/tickets/{ticket} | internal_server_error invalid_request resource_not_found
			get /outside/numbers/{number} | internal_server_error invalid_request
			""")
	void mediaTypesAndInputAreThoseOfTheMethod(String operation, String codes) {
		assertThat(codes(secured, operation)).containsExactlyInAnyOrder(codes.split(" "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			post /outside/handling/order | internal_server_error unsupported_media_type
			get /outside/handling/clerks | internal_server_error
			get /outside/handling/declared | internal_server_error conflict
			get /outside/caught/order | order_not_found conflict
			get /outside/named/order | internal_server_error
			""")
	void whatTheApplicationHandlesIsLeftOut(String operation, String codes) {
		assertThat(codes(secured, operation)).containsExactlyInAnyOrder(codes.split(" "));
	}

	@Test
	void documentedResponseOfAHandledExceptionStays() {
		assertThat(secured.at("/paths/~1outside~1handling~1order/post/responses/400/description").asString())
			.isEqualTo("The order is odd.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			get /secured/text | internal_server_error authentication_required
			get /outside/clerks | internal_server_error authentication_required
			get /outside/json | internal_server_error authentication_required
			""")
	void requirementOfTheDescriptionCountsWithoutSpringSecurity(String operation, String codes) {
		assertThat(codes(open, operation)).containsExactlyInAnyOrder(codes.split(" "));
	}

	private static Set<String> codes(JsonNode description, String operation) {
		String[] parts = operation.split(" ");
		JsonNode responses = description.get("paths").get(parts[1]).get(parts[0]).get("responses");
		Set<String> codes = new TreeSet<>();
		responses.valueStream()
			.flatMap((response) -> response.has("content") ? response.get("content").valueStream() : Stream.empty())
			.filter((content) -> content.has("examples"))
			.forEach((content) -> codes.addAll(content.get("examples").propertyNames()));
		return codes;
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		OpenAPI description() {
			return new OpenAPI()
				.addSecurityItem(new io.swagger.v3.oas.models.security.SecurityRequirement().addList("api-key"));
		}

	}

	static class FixedType implements WebMvcConfigurer {

		@Override
		public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
			configurer.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON);
		}

	}

	@EnableMethodSecurity
	static class Security {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.securityMatcher("/open/**", "/secured/**")
				.csrf((csrf) -> csrf.ignoringRequestMatchers("/secured/hooks"))
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/open/**").permitAll().anyRequest().authenticated())
				.build();
		}

		@Bean
		WebSecurityCustomizer ignoring() {
			return (web) -> web.ignoring().requestMatchers("/ignored/**");
		}

	}

	@RestController
	static class Operations {

		@GetMapping({ "/open/text", "/secured/text", "/outside/text", "/ignored/text" })
		String text() {
			return "";
		}

		@PostMapping({ "/open/text", "/secured/text", "/secured/hooks", "/outside/text" })
		String send(@RequestBody(required = false) String text) {
			return "";
		}

		@GetMapping("/outside/clerks")
		@PreAuthorize("hasRole('CLERK')")
		String clerks() {
			return "";
		}

		@GetMapping("/outside/everybody")
		@PreAuthorize("permitAll()")
		String everybody() {
			return "";
		}

		@GetMapping("/outside/auditors")
		@RolesAllowed("AUDITOR")
		String auditors() {
			return "";
		}

		@GetMapping("/outside/key")
		@SecurityRequirement(name = "api-key")
		String key() {
			return "";
		}

		@GetMapping("/outside/scope")
		@SecurityRequirement(name = "login", scopes = "orders")
		String scope() {
			return "";
		}

		@GetMapping("/outside/json")
		List<String> json() {
			return List.of();
		}

		@GetMapping("/outside/later")
		CompletableFuture<ResponseEntity<List<String>>> later() {
			return CompletableFuture.completedFuture(ResponseEntity.ok(List.of()));
		}

		@GetMapping("/outside/later-text")
		CompletableFuture<ResponseEntity<String>> laterText() {
			return CompletableFuture.completedFuture(ResponseEntity.ok(""));
		}

		@GetMapping(path = "/outside/plain", produces = "text/plain")
		String plain() {
			return "";
		}

		@GetMapping("/outside/events")
		SseEmitter events() {
			return new SseEmitter();
		}

		@GetMapping("/outside/nothing")
		void nothing() {
		}

		@PostMapping("/outside/bytes")
		void bytes(@RequestBody(required = false) byte[] bytes) {
		}

		@PostMapping("/outside/order")
		void order(@RequestBody @Valid OrderRequest order) {
		}

		@PostMapping("/outside/form")
		void form(@RequestBody @Valid OrderRequest order, BindingResult result) {
		}

		@PostMapping("/outside/file")
		void file(@RequestParam MultipartFile file) {
		}

		@PostMapping(path = "/outside/pdf", consumes = "application/pdf")
		void pdf(@RequestBody byte[] pdf) {
		}

		@GetMapping("/outside/parameter")
		String parameter(@RequestParam int number) {
			return "";
		}

		@GetMapping("/outside/optional")
		String optional(@RequestParam(required = false) String text) {
			return "";
		}

		@GetMapping("/outside/tickets/{ticket}")
		String ticket(@PathVariable Ticket ticket) {
			return "";
		}

		@GetMapping("/outside/numbers/{number}")
		String number(@PathVariable TicketNumber number) {
			return "";
		}

	}

	@RestController
	static class Handling {

		@PostMapping("/outside/handling/order")
		@ApiResponse(responseCode = "400", description = "The order is odd.")
		void order(@RequestBody @Valid OrderRequest order) {
		}

		@GetMapping("/outside/handling/clerks")
		@PreAuthorize("hasRole('CLERK')")
		String clerks() {
			return "";
		}

		@GetMapping("/outside/handling/declared")
		@ErrorCodes("conflict")
		String declared() throws HandledException {
			return "";
		}

		@ExceptionHandler({ HttpMessageNotReadableException.class, MethodArgumentNotValidException.class,
				AccessDeniedException.class, HandledException.class })
		ResponseEntity<Void> handle() {
			return ResponseEntity.internalServerError().build();
		}

	}

	record Ticket(long id) {

	}

	public record TicketNumber(String text) {

	}

	@ErrorCodes("resource_gone")
	static class HandledException extends IOException {

	}

	@RestController
	@Guarded
	static class Caught {

		@GetMapping("/outside/caught/order")
		@ErrorCodes("conflict")
		List<String> order(@RequestParam int number) throws OrderNotFoundException {
			return List.of();
		}

	}

	@RestController
	static class Named {

		@GetMapping("/outside/named/order")
		@ErrorCodes("conflict")
		String order() throws OrderNotFoundException {
			return "";
		}

	}

	@RestControllerAdvice(annotations = Guarded.class)
	static class CatchAll {

		@ExceptionHandler(Exception.class)
		ResponseEntity<Void> handle() {
			return ResponseEntity.internalServerError().build();
		}

	}

	@RestControllerAdvice(assignableTypes = Named.class)
	static class NamesCatalogExceptions {

		@ExceptionHandler
		ResponseEntity<Void> handle(ApiException exception) {
			return ResponseEntity.internalServerError().build();
		}

	}

	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Guarded {

	}

}
