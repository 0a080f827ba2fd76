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
import io.github.faultbook.pipeline.ErrorReferences;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.filter.ServerHttpObservationFilter;

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
			return new ObservationErrorListener(observations.getIfAvailable(() -> ObservationRegistry.NOOP));
		}

		/**
		 * Meters with the same name must have the same keys, so the key of the code is
		 * also added to requests without an error.
		 * @return the filter
		 */
		@Bean
		ObservationFilter faultbookErrorCodeObservationFilter() {
			return (context) -> {
				if (context instanceof ServerRequestObservationContext
						&& context.getLowCardinalityKeyValue(ObservationErrorListener.KEY) == null) {
					context.addLowCardinalityKeyValue(KeyValue.of(ObservationErrorListener.KEY, KeyValue.NONE_VALUE));
				}
				return context;
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
