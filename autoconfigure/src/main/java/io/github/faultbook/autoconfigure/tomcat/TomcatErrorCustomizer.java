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

package io.github.faultbook.autoconfigure.tomcat;

import java.io.IOException;

import io.github.faultbook.autoconfigure.container.ContainerRequests;
import io.github.faultbook.autoconfigure.container.ResponseCut;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/**
 * Puts the {@link TomcatErrorValve} into an embedded Tomcat, and takes out the error page
 * behind which Spring Security might answer something else.
 */
// Last: the innermost valve reports, and Spring Boot adds one of its own
final class TomcatErrorCustomizer implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

	private final ErrorPipeline pipeline;

	private final ContainerRequests requests;

	private final boolean errorPage;

	private final String errorPath;

	TomcatErrorCustomizer(ErrorPipeline pipeline, ContainerRequests requests, boolean errorPage, String errorPath) {
		this.pipeline = pipeline;
		this.requests = requests;
		this.errorPage = errorPage;
		this.errorPath = errorPath;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		factory.addContextCustomizers((context) -> {
			if (!this.errorPage) {
				removeErrorPage(context);
			}
			context.getServletContext().setAttribute(ResponseCut.ATTRIBUTE, (ResponseCut) TomcatErrorCustomizer::cut);
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(TomcatErrorValve.class.getName());
				host.getPipeline().addValve(new TomcatErrorValve(this.pipeline, this.requests));
			}
		});
	}

	private static void cut(Throwable failure, ErrorReply reply) throws IOException {
		throw new TomcatErrorValve.CutResponse(failure, reply);
	}

	private void removeErrorPage(Context context) {
		for (ErrorPage page : context.findErrorPages()) {
			if (this.errorPath.equals(page.getLocation())) {
				context.removeErrorPage(page);
			}
		}
	}

}
