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

package io.github.faultbook.autoconfigure.docs;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.documentation.ErrorDocumentation;
import io.github.faultbook.pipeline.ErrorTexts;
import jakarta.servlet.Servlet;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Auto-configuration for the documentation pages of the catalog.
 */
@AutoConfiguration(after = FaultbookAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty("faultbook.docs.enabled")
@ConditionalOnBean(FaultbookAutoConfiguration.class)
@ImportRuntimeHints(DocsAutoConfiguration.DocsRuntimeHints.class)
public final class DocsAutoConfiguration {

	private static DocsHandler handler(ErrorDocumentation documentation, ErrorTexts texts,
			FaultbookProperties properties) {
		return new DocsHandler(documentation, texts, properties.getDocs().getPath());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Servlet.class, DispatcherServlet.class })
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class ServletConfiguration {

		@Bean
		ServletDocsHandlerMapping faultbookServletDocsHandlerMapping(ErrorDocumentation documentation, ErrorTexts texts,
				FaultbookProperties properties, ObjectProvider<WebMvcConfigurer> configurers) {
			return new ServletDocsHandlerMapping(handler(documentation, texts, properties),
					configurers.orderedStream().toList());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DispatcherHandler.class)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class ReactiveConfiguration {

		@Bean
		ReactiveDocsHandlerMapping faultbookReactiveDocsHandlerMapping(ErrorDocumentation documentation,
				ErrorTexts texts, FaultbookProperties properties) {
			return new ReactiveDocsHandlerMapping(handler(documentation, texts, properties));
		}

	}

	/**
	 * Hints for the style sheet and the script.
	 */
	static class DocsRuntimeHints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
			hints.resources().registerPattern("io/github/faultbook/autoconfigure/docs/docs.*");
		}

	}

}
