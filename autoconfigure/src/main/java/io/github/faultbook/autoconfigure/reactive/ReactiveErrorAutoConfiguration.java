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

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.ResolverOrder;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.input.InputViolations;
import io.github.faultbook.autoconfigure.input.RecordingBudget;
import io.github.faultbook.autoconfigure.language.SupportedLocales;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.version.ApiVersionErrorResolver;
import io.github.faultbook.autoconfigure.version.ApiVersions;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReferences;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.accept.ApiVersionStrategy;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * Auto-configuration for handling the errors of a reactive application.
 */
// Before the resolver for exceptions that carry a status, such as missing parameters;
// before WebFlux and its error handling, whose problem details back off and whose
// exception handler comes after the one below
@AutoConfiguration(after = FaultbookAutoConfiguration.class, before = InputErrorAutoConfiguration.class,
		beforeName = { "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration",
				"org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration" })
@ConditionalOnClass({ DispatcherHandler.class, ErrorWebExceptionHandler.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnBean(FaultbookAutoConfiguration.class)
public final class ReactiveErrorAutoConfiguration {

	@Bean
	ReactiveErrorHandler faultbookReactiveErrorHandler(ErrorPipeline pipeline, ErrorReferences references,
			SupportedLocales locales, ObjectProvider<LocaleContextResolver> localeResolver,
			ObjectProvider<ReactiveErrorCause> causes, ObjectProvider<ReactiveErrorScope> scope,
			FaultbookProperties properties) {
		return new ReactiveErrorHandler(pipeline, references, locales,
				SingletonSupplier.ofNullable(localeResolver::getIfAvailable), causes.orderedStream().toList(),
				scope.getIfAvailable(() -> ReactiveErrorScope.NONE), properties);
	}

	/**
	 * The order is that of Spring Boot's handler, which is registered later. Handlers of
	 * the application that take precedence over Spring Boot's come first, and one that
	 * replaces it replaces this one, too.
	 * @param handler answers the errors
	 * @return the handler
	 */
	@Bean
	@Order(-1)
	@ConditionalOnMissingBean(ErrorWebExceptionHandler.class)
	ReactiveExceptionHandler faultbookReactiveExceptionHandler(ReactiveErrorHandler handler) {
		return new ReactiveExceptionHandler(handler);
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "faultbook.guard-responses", matchIfMissing = true)
	ReactiveErrorGuard faultbookReactiveErrorGuard(ReactiveErrorHandler handler, FaultbookProperties properties) {
		FaultbookProperties.BodyRecording recording = properties.getBodyRecording();
		return new ReactiveErrorGuard(handler,
				recording.isEnabled() ? new RecordingBudget(recording.getMemory().toBytes()) : null);
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "faultbook.guard-responses", matchIfMissing = true)
	ReactiveHandlerGuard faultbookReactiveHandlerGuard(ReactiveErrorHandler handler,
			ObjectProvider<WebExceptionHandler> exceptionHandlers) {
		return new ReactiveHandlerGuard(handler, exceptionHandlers);
	}

	@Bean
	ProblemDetailResults faultbookProblemDetailResults(ReactiveErrorHandler handler,
			ObjectProvider<HandlerResultHandler> handlers) {
		return new ProblemDetailResults(handler, () -> handlers.orderedStream().toList());
	}

	@Bean
	@Order(ResolverOrder.INPUT)
	ReactiveInputErrorResolver faultbookReactiveInputErrorResolver(InputViolations inputs, ErrorCatalog catalog) {
		return new ReactiveInputErrorResolver(inputs, catalog);
	}

	@Bean
	@Order(ResolverOrder.INPUT)
	ApiVersionErrorResolver faultbookReactiveApiVersionErrorResolver(InputViolations inputs, Environment environment,
			@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
		List<String> configured = Binder.get(environment)
			.bind("spring.webflux.apiversion.supported", Bindable.listOf(String.class))
			.orElseGet(List::of);
		return new ApiVersionErrorResolver(inputs, SingletonSupplier.ofNullable(() -> {
			RequestMappingHandlerMapping mapping = handlers.getIfAvailable();
			ApiVersionStrategy strategy = (mapping != null) ? mapping.getApiVersionStrategy() : null;
			return (strategy != null) ? new ApiVersions<>(new ReactiveApiVersionStack(strategy, mapping), configured)
					: null;
		}));
	}

	@Bean
	@Order(ResolverOrder.INPUT)
	ReactivePartErrorResolver faultbookReactivePartErrorResolver(InputViolations inputs) {
		return new ReactivePartErrorResolver(inputs);
	}

	/**
	 * A marker bean. If a bean of this type exists, Spring Boot does not register its
	 * advice for {@code spring.webflux.problemdetails.enabled}, which would take
	 * precedence over the application's own advices and use another format.
	 * @return the bean
	 */
	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty("spring.webflux.problemdetails.enabled")
	ResponseEntityExceptionHandler faultbookReactiveProblemDetailsMarker() {
		return new ResponseEntityExceptionHandler() {
		};
	}

}
