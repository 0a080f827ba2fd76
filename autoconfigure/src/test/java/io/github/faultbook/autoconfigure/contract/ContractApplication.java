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

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * An application that fails in every way.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ FailingController.class, ServletController.class, AsyncController.class, InputController.class,
		HandlerConfiguration.class, ValidationController.class, BadInputController.class, SecurityConfiguration.class,
		DatabaseController.class, SortedController.class })
class ContractApplication {

	@Bean
	RouterFunction<ServerResponse> functionalEndpoint() {
		return RouterFunctions.route().GET("/functional", (request) -> {
			throw new IllegalStateException(Markers.SECRET);
		}).build();
	}

	@Bean
	OncePerRequestFilter failingFilter() {
		return new OncePerRequestFilter() {

			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				switch (request.getRequestURI()) {
					case "/filter/api" -> throw new ApiException(CommonError.CONFLICT);
					case "/filter/response-status" -> throw new ResponseStatusException(HttpStatus.GONE, "It is over.");
					case "/filter/unavailable" -> throw new UnavailableException(Markers.SECRET, 7);
					case "/filter/unavailable-unknown" -> throw new UnavailableException(Markers.SECRET, 0);
					case "/filter/runtime" -> throw new IllegalStateException(Markers.SECRET);
					case "/filter/ring" -> throw FailingController.ring();
					case "/filter/wrapped" -> throw new ServletException(new ApiException(CommonError.CONFLICT));
					case "/filter/wrapped-twice" -> throw wrappedTwice();
					case "/filter/wrapped-by-subclass" -> throw wrappedBySubclass();
					case "/filter/io" -> throw new IOException(Markers.SECRET);
					case "/filter/error" -> throw new StackOverflowError(Markers.SECRET);
					case "/filter/send-error" -> response.sendError(410, Markers.SECRET);
					case "/filter/status-only" -> response.setStatus(403);
					default -> chain.doFilter(request, response);
				}
			}

		};
	}

	/**
	 * Fail where only the container is left to answer.
	 * @return a filter around all others
	 */
	@Bean
	FilterRegistrationBean<Filter> outermostFilter() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			switch (((HttpServletRequest) request).getRequestURI()) {
				case "/outermost/wrapped-twice" -> throw wrappedTwice();
				case "/outermost/wrapped-by-subclass" -> throw wrappedBySubclass();
				default -> chain.doFilter(request, response);
			}
		});
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	private static ServletException wrappedTwice() {
		return new ServletException(new ServletException(new MissingServletRequestParameterException("page", "int")));
	}

	private static ServletException wrappedBySubclass() {
		return new ServletRequestBindingException(Markers.SECRET, new ApiException(CommonError.CONFLICT));
	}

	@Bean
	WebMvcConfigurer mvc() {
		return new WebMvcConfigurer() {

			@Override
			public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
				// Comes with springdoc, and Spring MVC offers what it finds
				builder.configureMessageConvertersList((converters) -> converters
					.removeIf((converter) -> converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
			}

			@Override
			public void addFormatters(FormatterRegistry registry) {
				// As for an entity that does not exist
				registry.addConverter(String.class, InputController.Ticket.class, (number) -> null);
			}

			@Override
			public void addCorsMappings(CorsRegistry registry) {
				registry.addMapping("/cors/**").allowedOrigins("https://good.example").allowedMethods("GET");
			}

		};
	}

	static void main(String[] arguments) {
		SpringApplication.run(ContractApplication.class, arguments);
	}

}
