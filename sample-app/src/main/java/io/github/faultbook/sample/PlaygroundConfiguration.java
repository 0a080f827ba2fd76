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
import java.nio.charset.StandardCharsets;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.pipeline.ErrorCustomizer;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Configuration for the playground pages and for the header that links to the page of an
 * error.
 */
@Configuration(proxyBeanMethods = false)
class PlaygroundConfiguration implements WebMvcConfigurer {

	private static final int LARGEST_TEMPLATE = 20_000;

	@Override
	public void addViewControllers(ViewControllerRegistry registry) {
		registry.addRedirectViewController("/", "/playground/index.html");
	}

	@Bean
	RouterFunction<ServerResponse> playground(FormatPreviews previews, AnsweredErrors errors) {
		return RouterFunctions.route()
			.GET("/playground/errors/{reference}",
					(request) -> ServerResponse.ok().body(found(errors.find(request.pathVariable("reference")))))
			.GET("/playground/templates", (request) -> ServerResponse.ok().body(previews.templates()))
			.POST("/playground/preview",
					(request) -> ServerResponse.ok()
						.body(previews.preview(template(request), LocaleContextHolder.getLocale())))
			.build();
	}

	private static AnsweredErrors.AnsweredError found(AnsweredErrors.@Nullable AnsweredError error) {
		if (error == null) {
			throw new ApiException(CommonError.RESOURCE_NOT_FOUND);
		}
		return error;
	}

	private static String template(ServerRequest request) throws IOException {
		byte[] template = request.servletRequest().getInputStream().readNBytes(LARGEST_TEMPLATE + 1);
		if (template.length > LARGEST_TEMPLATE) {
			throw new ApiException(CommonError.CONTENT_TOO_LARGE);
		}
		return new String(template, StandardCharsets.UTF_8);
	}

	@Bean
	ErrorCustomizer linkToTheCatalog() {
		return (error, exception, request) -> error.toBuilder()
			.header(HttpHeaders.LINK, "</errors/%s>; rel=\"help\"".formatted(error.code()))
			.build();
	}

}
