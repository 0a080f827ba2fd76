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

package io.github.faultbook.autoconfigure.observation;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.reactive.ReactiveErrorScope;
import io.github.faultbook.pipeline.ErrorReferences;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.ServerWebExchange;

/**
 * Auto-configuration for observations and traces of errors.
 */
// After the tracing and metrics auto-configurations: trace ids replace generated
// references, and errors are counted if there is a registry
@AutoConfiguration(before = FaultbookAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBooleanProperty(name = "faultbook.enabled", matchIfMissing = true)
public final class ObservationErrorAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Observation.class, Filter.class, ServerHttpObservationFilter.class })
	static class ServletObservationConfiguration {

		@Bean
		ObservationErrorListener faultbookObservationErrorListener(ObjectProvider<ObservationRegistry> observations) {
			return new ObservationErrorListener(observations.getIfAvailable(() -> ObservationRegistry.NOOP),
					(request) -> {
						HttpServletRequest observed = request.unwrap(HttpServletRequest.class);
						return (observed != null)
								? ServerHttpObservationFilter.findObservationContext(observed).orElse(null) : null;
					});
		}

		/**
		 * Meters with the same name must have the same keys, so the key of the code is
		 * also added to requests without an error.
		 * @return the filter
		 */
		@Bean
		ObservationFilter faultbookErrorCodeObservationFilter() {
			return ObservationErrorListener.withCode(ServerRequestObservationContext.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Observation.class, Mono.class, ServerWebExchange.class, DispatcherHandler.class })
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class ReactiveObservationConfiguration {

		/**
		 * The key of the observation in the Reactor context, as in Micrometer's class for
		 * propagating contexts, which is an optional library.
		 */
		private static final String KEY = "micrometer.observation";

		@Bean
		ObservationErrorListener faultbookReactiveObservationErrorListener(
				ObjectProvider<ObservationRegistry> observations) {
			return new ObservationErrorListener(observations.getIfAvailable(() -> ObservationRegistry.NOOP),
					(request) -> {
						ServerWebExchange observed = request.unwrap(ServerWebExchange.class);
						return (observed != null)
								? org.springframework.http.server.reactive.observation.ServerRequestObservationContext
									.findCurrent(observed.getAttributes())
									.orElse(null)
								: null;
					});
		}

		@Bean
		ObservationFilter faultbookReactiveErrorCodeObservationFilter() {
			return ObservationErrorListener
				.withCode(org.springframework.http.server.reactive.observation.ServerRequestObservationContext.class);
		}

		/**
		 * The observation of the request is current while its error is answered, so that
		 * the reference is that of its trace and log lines belong to it.
		 * @return the scope
		 */
		@Bean
		ReactiveErrorScope faultbookReactiveErrorScope() {
			return (context) -> {
				Object observation = context.getOrDefault(KEY, null);
				Observation.Scope scope = (observation instanceof Observation current) ? current.openScope()
						: Observation.Scope.NOOP;
				return scope::close;
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class MetricsConfiguration {

		@Bean
		@ConditionalOnBean(MeterRegistry.class)
		MeterErrorListener faultbookMeterErrorListener(MeterRegistry meters) {
			return new MeterErrorListener(meters);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Tracer.class)
	static class TracingConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ErrorReferences faultbookTracingErrorReferences(ObjectProvider<Tracer> tracer) {
			return () -> {
				Tracer current = tracer.getIfAvailable();
				Span span = (current != null) ? current.currentSpan() : null;
				String trace = (span != null) ? span.context().traceId() : "";
				return trace.isEmpty() ? ErrorReferences.random() : trace;
			};
		}

	}

}
