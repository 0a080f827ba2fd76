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

package io.github.faultbook.autoconfigure.attack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.contract.Markers;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.eclipse.jetty.ee11.servlet.ServletHandler;

import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Filters and interceptors that violate every convention.
 */
@Configuration(proxyBeanMethods = false)
class AttackFilters implements WebMvcConfigurer {

	private static final int INSIDE_THE_GUARD = Ordered.HIGHEST_PRECEDENCE + 10;

	@Bean
	Meter meter() {
		return new Meter();
	}

	@Bean
	FilterRegistrationBean<Meter> meterRegistration(Meter meter) {
		return register(meter, Ordered.HIGHEST_PRECEDENCE);
	}

	/**
	 * Let Jetty not keep the filter chains of the last thousand paths, however long.
	 * @return a customizer
	 */
	@Bean
	WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> withoutCachedChains() {
		return (factory) -> factory.addServerCustomizers((server) -> server.getDescendants(ServletHandler.class)
			.forEach((handler) -> handler.setFilterChainsCached(false)));
	}

	@Bean
	FilterRegistrationBean<Filter> throwsInside() {
		return register(throwing("filter"), INSIDE_THE_GUARD);
	}

	@Bean
	FilterRegistrationBean<Filter> throwsBehindSecurity() {
		return register(throwing("last-filter"), Ordered.LOWEST_PRECEDENCE);
	}

	@Bean
	FilterRegistrationBean<Filter> misbehaves() {
		return register((request, response, chain) -> {
			HttpServletRequest httpRequest = (HttpServletRequest) request;
			if (httpRequest.getHeader("X-Inflate") != null) {
				chain.doFilter(new InflatedRequest(httpRequest), response);
			}
			else if (httpRequest.getRequestURI().startsWith("/attack/filter/")
					&& request.getDispatcherType() == DispatcherType.REQUEST) {
				misbehave(httpRequest.getRequestURI().substring("/attack/filter/".length()), httpRequest,
						(HttpServletResponse) response, chain);
			}
			else {
				chain.doFilter(request, response);
			}
		}, INSIDE_THE_GUARD);
	}

	private static <F extends Filter> FilterRegistrationBean<F> register(F filter, int order) {
		FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(order);
		registration.setAsyncSupported(true);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
		return registration;
	}

	private static Filter throwing(String place) {
		return (request, response, chain) -> {
			RandomExceptions.throwAt(place, ((HttpServletRequest) request).getRequestURI());
			chain.doFilter(request, response);
		};
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new HandlerInterceptor() {

			@Override
			public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
				RandomExceptions.throwAt("interceptor", request.getRequestURI());
				return true;
			}

		});
	}

	private static void misbehave(String how, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		switch (how) {
			case "interrupt" -> {
				Thread.currentThread().interrupt();
				chain.doFilter(request, response);
			}
			case "interrupt-throw" -> {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(Markers.SECRET);
			}
			case "write-throw" -> {
				response.getWriter().write(Markers.SECRET);
				throw new IllegalStateException(Markers.SECRET);
			}
			case "headers-throw" -> {
				response.setHeader("Content-Encoding", "gzip");
				response.setHeader("X-Accel-Redirect", "/" + Markers.SECRET);
				response.setHeader("ETag", "\"1\"");
				response.setContentLength(5);
				throw new IllegalStateException(Markers.SECRET);
			}
			case "status-throw" -> {
				response.setStatus(404);
				throw new IllegalStateException(Markers.SECRET);
			}
			case "stream-kept" -> {
				ServletOutputStream output = response.getOutputStream();
				response.sendError(403);
				output.write(Markers.SECRET.getBytes(StandardCharsets.UTF_8));
				output.flush();
			}
			case "writer-kept" -> {
				PrintWriter writer = response.getWriter();
				response.sendError(403);
				writer.write(Markers.SECRET.repeat(1000));
				response.flushBuffer();
			}
			case "writer-closed" -> {
				PrintWriter writer = response.getWriter();
				response.sendError(404);
				writer.close();
			}
			case "redirect-after" -> {
				response.sendError(403);
				redirect(response);
			}
			case "send-error-throw" -> {
				response.sendError(403);
				throw new IllegalStateException(Markers.SECRET);
			}
			case "async-throw" -> {
				request.startAsync();
				throw new IllegalStateException(Markers.SECRET);
			}
			case "async-send-error" -> async(request, () -> response.sendError(409));
			case "async-late-write" -> async(request, () -> {
				ServletOutputStream output = response.getOutputStream();
				response.sendError(409);
				output.write(Markers.SECRET.getBytes(StandardCharsets.UTF_8));
			});
			case "wrap" ->
				chain.doFilter(new HttpServletRequestWrapper(request), new HttpServletResponseWrapper(response));
			case "buffer" -> {
				ContentCachingResponseWrapper buffer = new ContentCachingResponseWrapper(response);
				chain.doFilter(request, buffer);
				buffer.copyBodyToResponse();
			}
			case "huge-header" -> throw new ApiException(CommonError.CONFLICT).header("X-Large", "x".repeat(7900));
			case "many-headers" -> {
				ApiException exception = new ApiException(CommonError.CONFLICT);
				for (int i = 0; i < 100; i++) {
					exception.header("X-Large-" + i, "x".repeat(200));
				}
				throw exception;
			}
			case "twice" -> {
				chain.doFilter(request, response);
				chain.doFilter(request, response);
			}
			case "forward" -> request.getRequestDispatcher("/nope").forward(request, response);
			default -> chain.doFilter(request, response);
		}
	}

	private static void redirect(HttpServletResponse response) throws IOException {
		try {
			response.sendRedirect("/" + Markers.SECRET);
		}
		catch (IllegalStateException ex) {
			// As the servlet specification requires
		}
	}

	private static void async(HttpServletRequest request, Failing task) {
		AsyncContext context = request.startAsync();
		context.start(() -> {
			try {
				task.run();
			}
			catch (IOException | IllegalStateException ex) {
				// Nothing more can be written
			}
			finally {
				context.complete();
			}
		});
	}

	private interface Failing {

		void run() throws IOException;

	}

	/**
	 * A request whose body is larger than its headers say.
	 */
	private static final class InflatedRequest extends HttpServletRequestWrapper {

		InflatedRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			byte[] bytes = super.getInputStream().readAllBytes();
			return new DelegatingServletInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)));
		}

	}

}
