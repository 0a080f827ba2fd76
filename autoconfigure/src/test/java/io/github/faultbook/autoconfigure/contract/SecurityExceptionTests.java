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

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.pipeline.ErrorListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the exceptions of Spring Security: listeners and mappings learn of them.
 */
@ParameterizedClass
@EnumSource(Server.Container.class)
class SecurityExceptionTests {

	private static final List<Object> EXCEPTIONS = new CopyOnWriteArrayList<>();

	private static Server server;

	SecurityExceptionTests(Server.Container container) {
		// Each container has servers of its own
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) {
		server = new Server(container, "faultbook.format=details-map",
				"faultbook.format-rules[0].header=X-Format: problem-details",
				"faultbook.format-rules[0].format=problem-details",
				"faultbook.mappings.org.springframework.security.authentication.LockedException=resource_gone",
				"spring.main.sources=" + Recipes.class.getName());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	@Test
	void listenersLearnOfAFailedAuthentication() {
		assertThat(exceptionOf("GET /basic/hello")).isInstanceOf(InsufficientAuthenticationException.class)
			.cause()
			.isInstanceOf(AccessDeniedException.class);
		assertThat(exceptionOf("GET /basic/hello", SecurityCases.credentials("ada", "wrong")))
			.isInstanceOf(BadCredentialsException.class);
		assertThat(exceptionOf("GET /basic/hello", SecurityCases.credentials("eve", "pw")))
			.isInstanceOf(BadCredentialsException.class);
		assertThat(exceptionOf("GET /basic/hello", "Authorization: Basic %%%"))
			.isInstanceOf(BadCredentialsException.class);
		assertThat(exceptionOf("GET /bearer/hello", "Authorization: Bearer nonsense"))
			.isInstanceOf(InvalidBearerTokenException.class);
		assertThat(exceptionOf("GET /bearer/hello", "Authorization: Bearer %%%")).isInstanceOf(ApiException.class);
	}

	@Test
	void listenersLearnOfADeniedAccess() {
		String ada = SecurityCases.credentials("ada", "pw");
		assertThat(exceptionOf("GET /basic/admin", ada)).isInstanceOf(AccessDeniedException.class);
		assertThat(exceptionOf("GET /method-security", ada)).isInstanceOf(AccessDeniedException.class);
		assertThat(exceptionOf("POST /csrf/hello", ada)).isInstanceOf(CsrfException.class);
		assertThat(exceptionOf("GET /a;b")).isInstanceOf(RequestRejectedException.class);
	}

	@Test
	void mappingOfAnAuthenticationFailureHasAnEffect() {
		Wire.Answer answer = server.send("GET /basic/hello", SecurityCases.credentials("locked", "pw"));
		assertThat(answer.status()).isEqualTo(410);
		assertThat(answer.body()).contains("resource_gone");
		assertThat(answer.headers()).containsKey("WWW-Authenticate");
		assertThat(EXCEPTIONS).last().isInstanceOf(LockedException.class);
	}

	@Test
	void statusOfAControllerHasNoException() {
		assertThat(exceptionOf("GET /recipe-free/forbidden")).isNull();
	}

	@Test
	void entryPointThatDelegatesToTheResolversIsAnswered() {
		Wire.Answer anonymous = server.send("GET /recipe/hello");
		assertThat(anonymous.status()).isEqualTo(401);
		assertThat(anonymous.body()).contains("authentication_required");
		Wire.Answer denied = server.send("GET /recipe/hello", SecurityCases.credentials("ada", "pw"));
		assertThat(denied.status()).isEqualTo(403);
		assertThat(denied.body()).contains("permission_denied");
	}

	@ParameterizedTest
	@CsvSource({ "fault, 409", "wrapped-fault, 409", "client-gone, 401", "wrapped-client-gone, 401", "endless, 500" })
	void securityExceptionAmongTheCausesIsAnswered(String kind, int status) {
		for (String place : List.of("controller", "interceptor")) {
			Wire.Answer answer = server.send("GET /causes/" + kind + "?place=" + place);
			assertThat(answer.status()).as(place).isEqualTo(status);
			assertThat(answer.body()).as(place).contains("error_code");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			details-map | {"error":"Authentication credentials not provided or invalid.","error_code":\
			"authentication_required"}
			problem-details | {"type":"about:blank","title":"Authentication required","status":401,"detail":\
			"Authentication credentials not provided or invalid.","instance":"/sessions/hello","code":\
			"authentication_required"}""")
	void expiredSessionIsAnError(String format, String body) {
		String first = logIn();
		logIn();
		Wire.Answer answer = server.send("GET /sessions/hello", "Cookie: " + first, "X-Format: " + format);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.headers().get("WWW-Authenticate")).containsExactly(SecurityCases.BASIC);
		assertThat(answer.body()).isEqualTo(body);
	}

	private static String logIn() {
		Wire.Answer answer = server.exchange("POST /sessions/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 24\r\n\r\nusername=ada&password=pw");
		return answer.headers().get("Set-Cookie").get(0).split(";")[0];
	}

	private static Throwable exceptionOf(String requestLine, String... headers) {
		EXCEPTIONS.clear();
		server.send(requestLine, headers);
		assertThat(EXCEPTIONS).hasSize(1);
		return (EXCEPTIONS.get(0) instanceof Throwable exception) ? exception : null;
	}

	@Configuration(proxyBeanMethods = false)
	static class Recipes implements WebMvcConfigurer {

		@Bean
		ErrorListener exceptions() {
			return (event) -> EXCEPTIONS.add((event.exception() != null) ? event.exception() : "none");
		}

		@Bean
		@Order(-3)
		SecurityFilterChain sessions(HttpSecurity http) throws Exception {
			return http.securityMatcher("/sessions/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.formLogin((login) -> login.loginProcessingUrl("/sessions/login").permitAll())
				.httpBasic(Customizer.withDefaults())
				.sessionManagement((sessions) -> sessions.maximumSessions(1))
				.csrf((csrf) -> csrf.disable())
				.build();
		}

		@Bean
		@Order(-1)
		SecurityFilterChain recipe(HttpSecurity http,
				@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) throws Exception {
			return http.securityMatcher("/recipe/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().hasRole("ADMIN"))
				.httpBasic(Customizer.withDefaults())
				.exceptionHandling((handling) -> handling.authenticationEntryPoint(
						(request, response, exception) -> resolver.resolveException(request, response, null, exception))
					.accessDeniedHandler((request, response, exception) -> resolver.resolveException(request, response,
							null, exception)))
				.build();
		}

		@Override
		public void addInterceptors(InterceptorRegistry registry) {
			registry.addInterceptor(new HandlerInterceptor() {

				@Override
				public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
						throws Exception {
					if ("interceptor".equals(request.getParameter("place"))) {
						throw exception(request.getRequestURI());
					}
					return true;
				}

			}).addPathPatterns("/causes/*");
		}

		private static Exception exception(String path) {
			EOFException eof = new EOFException();
			ApiException fault = new ApiException(CommonError.CONFLICT, new BadCredentialsException("", eof));
			return switch (path.substring("/causes/".length())) {
				case "fault" -> fault;
				case "wrapped-fault" -> new CompletionException(fault);
				case "client-gone" -> new AccessDeniedException("", eof);
				case "wrapped-client-gone" -> new Exception(new AccessDeniedException("", eof));
				default -> new EndlessDenial();
			};
		}

		@RestController
		static class RecipeController {

			@GetMapping("/causes/{kind}")
			String causes(HttpServletRequest request) throws Exception {
				throw exception(request.getRequestURI());
			}

			@GetMapping("/recipe-free/forbidden")
			void forbidden(HttpServletResponse response) throws IOException {
				response.sendError(403);
			}

		}

	}

	static final class EndlessDenial extends AccessDeniedException {

		EndlessDenial() {
			super("");
		}

		@Override
		public synchronized Throwable getCause() {
			return new EndlessDenial();
		}

	}

}
