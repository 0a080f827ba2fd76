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

package io.github.faultbook.autoconfigure.reactive;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.observation.ObservationErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.security.SecurityErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.servlet.ServletErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.validation.ValidationErrorAutoConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.WebExceptionHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReactiveErrorAutoConfiguration}.
 */
class ReactiveErrorAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATION = AutoConfigurations.of(FaultbookAutoConfiguration.class,
			MessageSourceAutoConfiguration.class, InputErrorAutoConfiguration.class,
			ValidationErrorAutoConfiguration.class, ReactiveErrorAutoConfiguration.class,
			ServletErrorAutoConfiguration.class, SecurityErrorAutoConfiguration.class,
			ObservationErrorAutoConfiguration.class);

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATION)
		.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class, ErrorWebFluxAutoConfiguration.class));

	@Test
	void exceptionHandlerComesBeforeThatOfSpringBoot() {
		this.runner.run((context) -> assertThat(context.getBeanProvider(WebExceptionHandler.class).orderedStream())
			.extracting((handler) -> handler.getClass().getSimpleName())
			.startsWith("ReactiveExceptionHandler", "DefaultErrorWebExceptionHandler"));
	}

	@Test
	void exceptionHandlerBacksOffForTheReplacementOfSpringBoots() {
		ErrorWebExceptionHandler own = (exchange, exception) -> Mono.empty();
		this.runner.withBean(ErrorWebExceptionHandler.class, () -> own)
			.run((context) -> assertThat(context).doesNotHaveBean(ReactiveExceptionHandler.class)
				.hasSingleBean(ReactiveErrorGuard.class));
	}

	@Test
	void guardCanBeSwitchedOff() {
		this.runner.withPropertyValues("faultbook.guard-responses=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ReactiveErrorGuard.class)
				.hasSingleBean(ReactiveExceptionHandler.class));
	}

	@Test
	void problemDetailsOfSpringBootBackOff() {
		this.runner.withPropertyValues("spring.webflux.problemdetails.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(ResponseEntityExceptionHandler.class)
				.hasBean("faultbookReactiveProblemDetailsMarker"));
	}

	@Test
	void nothingRemainsIfFaultbookIsSwitchedOff() {
		this.runner.withPropertyValues("faultbook.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ReactiveErrorHandler.class));
	}

	@Test
	void servletApplicationWithWebFluxHasNoReactiveDoors() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATION)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ReactiveErrorHandler.class));
	}

	@Test
	void exceptionThatAnExceptionHandlerThrowsAgainIsAnswered() {
		this.runner.withConfiguration(AutoConfigurations.of(HttpHandlerAutoConfiguration.class))
			.withPropertyValues("faultbook.format=problem-details")
			.withUserConfiguration(FailingController.class, CatchAll.class)
			.run((context) -> {
				WebTestClient client = WebTestClient.bindToApplicationContext(context).build();
				assertAnswer(client.get().uri("/conflict"), 409, "conflict");
				client.get().uri("/unexpected").exchange().expectBody(String.class).isEqualTo("caught");
			});
	}

	/**
	 * Return every combination of the optional parts of an application.
	 * @return the packages that are missing, from none to all
	 */
	static Stream<Set<String>> combinations() {
		List<String> parts = List.of("jakarta.servlet", "org.springframework.security", "jakarta.validation",
				"org.springframework.boot.actuate", "io.micrometer.core", "org.springdoc");
		return IntStream.range(0, 1 << parts.size())
			.mapToObj((combination) -> IntStream.range(0, parts.size())
				.filter((part) -> (combination & 1 << part) != 0)
				.mapToObj(parts::get)
				.collect(Collectors.toSet()));
	}

	@ParameterizedTest
	@Tag("slow")
	@MethodSource("combinations")
	void answersWithout(Set<String> missing) {
		this.runner.withConfiguration(allOfFaultbook(missing))
			.withConfiguration(AutoConfigurations.of(HttpHandlerAutoConfiguration.class, CodecsAutoConfiguration.class,
					JacksonAutoConfiguration.class, ValidationAutoConfiguration.class, MetricsAutoConfiguration.class,
					CompositeMeterRegistryAutoConfiguration.class, ObservationAutoConfiguration.class,
					ReactiveWebSecurityAutoConfiguration.class, ReactiveUserDetailsServiceAutoConfiguration.class))
			.withPropertyValues("faultbook.format=problem-details",
					"spring.security.user.password=" + Passwords.ENCODER.encode("pw"))
			.withUserConfiguration(FailingController.class, Passwords.class)
			.withClassLoader(new FilteredClassLoader(missing.toArray(String[]::new)))
			.run((context) -> {
				WebTestClient client = WebTestClient.bindToApplicationContext(context).build();
				if (!missing.contains("org.springframework.security")) {
					assertAnswer(client.get().uri("/conflict"), 401, "authentication_required");
					client = client.mutate().defaultHeaders((headers) -> headers.setBasicAuth("user", "pw")).build();
				}
				assertAnswer(client.get().uri("/conflict"), 409, "conflict");
				assertAnswer(client.get().uri("/nowhere"), 404, "resource_not_found");
				assertAnswer(client.get().uri("/unexpected"), 500, "internal_server_error");
				assertAnswer(client.get().uri("/number?value=x"), 400, "invalid_request");
			});
	}

	private static AutoConfigurations allOfFaultbook(Set<String> missing) {
		ClassLoader classLoader = ReactiveErrorAutoConfigurationTests.class.getClassLoader();
		return AutoConfigurations.of(ImportCandidates.load(AutoConfiguration.class, classLoader)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.github.faultbook."))
			// Spring Boot does not load a class whose conditions need a missing one
			.filter((name) -> !name.contains(".actuate.") || !missing.contains("org.springframework.boot.actuate"))
			.map((name) -> ClassUtils.resolveClassName(name, classLoader))
			.toArray(Class<?>[]::new));
	}

	private static void assertAnswer(WebTestClient.RequestHeadersSpec<?> request, int status, String code) {
		request.exchange().expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
	}

	/**
	 * Compares passwords quickly, which Spring Security does not do on purpose.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(PasswordEncoder.class)
	static class Passwords {

		private static final PasswordEncoder ENCODER = new BCryptPasswordEncoder(4);

		@Bean
		PasswordEncoder passwordEncoder() {
			return ENCODER;
		}

	}

	@RestController
	static class FailingController {

		@GetMapping("/conflict")
		Mono<String> conflict() {
			return Mono.error(new ApiException(CommonError.CONFLICT));
		}

		@GetMapping("/unexpected")
		String unexpected() {
			throw new IllegalStateException();
		}

		@GetMapping("/number")
		int number(@RequestParam int value) {
			return value;
		}

	}

	@RestControllerAdvice
	static class CatchAll {

		@ExceptionHandler(Exception.class)
		String handle() {
			return "caught";
		}

		@ExceptionHandler
		void handle(ApiException exception) {
			throw exception;
		}

	}

}
