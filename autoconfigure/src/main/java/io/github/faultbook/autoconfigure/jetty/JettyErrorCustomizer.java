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

package io.github.faultbook.autoconfigure.jetty;

import io.github.faultbook.autoconfigure.container.ContainerRequests;
import io.github.faultbook.autoconfigure.container.ResponseCut;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import jakarta.servlet.ServletException;
import org.eclipse.jetty.ee11.servlet.QuietServletException;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.util.component.LifeCycle;

import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/**
 * Puts the {@link JettyErrorHandler} into an embedded Jetty: for what fails before a
 * context is found, and in place of the context's own handler, behind whose error page
 * Spring Security might answer something else.
 */
final class JettyErrorCustomizer implements WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory>, Ordered {

	private final ErrorPipeline pipeline;

	private final ContainerRequests requests;

	private final boolean errorPage;

	JettyErrorCustomizer(ErrorPipeline pipeline, ContainerRequests requests, boolean errorPage) {
		this.pipeline = pipeline;
		this.requests = requests;
		this.errorPage = errorPage;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void customize(ConfigurableJettyWebServerFactory factory) {
		factory.addServerCustomizers((server) -> {
			server.setErrorHandler(new JettyErrorHandler(this.pipeline, this.requests));
			server.getDescendants(ServletContextHandler.class).forEach((context) -> {
				context.setAttribute(ResponseCut.ATTRIBUTE, (ResponseCut) JettyErrorCustomizer::cut);
				if (!this.errorPage) {
					context.addEventListener(new Replacement(context));
				}
			});
		});
	}

	private static void cut(Throwable failure, ErrorReply reply) throws ServletException {
		// Jetty closes the connection on any exception, and logs nothing of this one
		throw new QuietServletException("The request failed after a part of the response was sent", failure);
	}

	/**
	 * Replaces the error handler of a context as soon as it has started. Spring Boot sets
	 * one of its own while the context starts.
	 */
	private final class Replacement implements LifeCycle.Listener {

		private final ServletContextHandler context;

		private Replacement(ServletContextHandler context) {
			this.context = context;
		}

		@Override
		public void lifeCycleStarted(LifeCycle event) {
			this.context.setErrorHandler(
					new JettyErrorHandler(JettyErrorCustomizer.this.pipeline, JettyErrorCustomizer.this.requests));
		}

	}

}
